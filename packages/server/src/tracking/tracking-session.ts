import type { RequestHandler, Response } from "express";
import { refusal } from "../app/refusal.ts";
import type { Session } from "../sessions/session.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import type { SessionCookie } from "../sessions/session-cookie.ts";
import type { Tracker } from "./tracker.ts";

const KEY = "tracking";

export type TrackingDoor = { readonly book: SessionBook<Tracker>; readonly cookie: SessionCookie };

/** Lets only browsers through that came with a mailed link. */
export const requireTracking =
  ({ book, cookie }: TrackingDoor): RequestHandler =>
  (request, response, next) => {
    const session = book.find(cookie.read(request) ?? "");
    if (!session) throw refusal(401, "link-over");
    response.locals[KEY] = session;
    next();
  };

/** Only behind `requireTracking`. */
export const trackingOf = (response: Response): Session<Tracker> => response.locals[KEY] as Session<Tracker>;
