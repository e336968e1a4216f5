import express, { type Request, type Router } from "express";
import { z } from "zod";
import { refusal } from "../app/refusal.ts";
import { LOCALES } from "../words/locale.ts";
import { rememberLocale } from "./language-choice.ts";

const form = z.object({ locale: z.enum(LOCALES), back: z.string().max(2_000).default("/") });

/** Where the choice was made, and never another site. */
const placeOf = (back: string, origin: string): string => {
  const url = URL.parse(back, origin);
  return url?.origin === origin ? url.href : `${origin}/`;
};

/** There is no session to hold a token against on every page; a browser says where a form comes from (Fetch §3.1). */
const isOwnForm = (request: Request, origin: string): boolean => (request.get("origin") ?? origin) === origin;

/** `POST /language`: the chooser in the footer. */
export const createLanguageRoutes = ({ origin }: { readonly origin: string }): Router =>
  express.Router().post("/language", (request, response) => {
    if (!isOwnForm(request, origin)) throw refusal(403, "foreign-form");
    const { locale, back } = form.parse(request.body);
    rememberLocale(response, origin, locale);
    response.redirect(303, placeOf(back, origin));
  });
