import { timingSafeEqual } from "node:crypto";
import type { Scope } from "@hostseal/core";
import type { Request, RequestHandler, Response } from "express";
import { refusal } from "../app/refusal.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { Session } from "./session.ts";
import type { SessionBook } from "./session-book.ts";
import type { SessionCookie } from "./session-cookie.ts";

const KEY = "session";

/** Lets only browsers through that a panel has signed on. */
export const requireSession =
  (book: SessionBook, cookie: SessionCookie): RequestHandler =>
  (request, response, next) => {
    const session = book.find(cookie.read(request) ?? "");
    if (!session) throw refusal(401, "signed-out");
    response.locals[KEY] = session;
    next();
  };

/** Only behind `requireSession`. */
export const sessionOf = (response: Response): Session => response.locals[KEY] as Session;

/** What this session may see; goes with every question to the store. */
export const scopeOf = (response: Response, { partner }: ServerSettings): Scope => ({
  kind: "customer",
  partner,
  customer: sessionOf(response).viewer.customer,
});

const isSame = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const tokenIn = ({ body }: Request): string => {
  const { csrf } = (body ?? {}) as { readonly csrf?: unknown };
  return typeof csrf === "string" ? csrf : "";
};

/** Takes a form only from a page of the same session (OWASP: synchroniser token). */
export const requireOwnForm =
  (csrfOf: (response: Response) => string): RequestHandler =>
  (request, response, next) => {
    const isReading = request.method === "GET" || request.method === "HEAD";
    if (!isReading && !isSame(tokenIn(request), csrfOf(response))) throw refusal(403, "foreign-form");
    next();
  };
