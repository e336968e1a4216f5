import type { Request, Response } from "express";
import { createSessionCookie } from "../sessions/session-cookie.ts";
import { isLocale, type Locale } from "../words/locale.ts";

const NAME = "hostseal-language";
const COOKIE = new RegExp(`(?:^|;)\\s*(?:__Host-)?${NAME}=([A-Za-z-]+)`);

/** The language that somebody has chosen in the footer, for as long as the browser is open. */
export const chosenLocale = ({ headers }: Request): Locale | undefined => {
  const chosen = COOKIE.exec(headers.cookie ?? "")?.[1];
  return isLocale(chosen) ? chosen : undefined;
};

/** Remembers a choice; nothing else is in the cookie. */
export const rememberLocale = (response: Response, origin: string, locale: Locale): void =>
  createSessionCookie(origin, { name: NAME }).write(response, locale);
