import express, { type Router } from "express";
import { sessionOf } from "./require-session.ts";
import type { SessionBook } from "./session-book.ts";
import type { SessionCookie } from "./session-cookie.ts";

/** `POST /sign-out` ends the session and leads back to the panel. */
export const createSessionRoutes = ({
  book,
  cookie,
}: {
  readonly book: SessionBook;
  readonly cookie: SessionCookie;
}): Router =>
  express
    .Router()
    .get("/", (_request, response) => response.redirect(303, "/sites"))
    .post("/sign-out", (request, response) => {
      const { returnTo } = sessionOf(response).viewer;
      book.end(cookie.read(request) ?? "");
      cookie.clear(response);
      response.redirect(303, returnTo ?? "/");
    });
