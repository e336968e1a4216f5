import type { RequestHandler } from "express";
import helmet from "helmet";
import type { ServerSettings } from "../server-settings.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import type { SessionCookie } from "../sessions/session-cookie.ts";

/** Only the panel that signed a browser on may show the app in a frame, and be led back to. */
const panelOrigins = (settings: ServerSettings, server: string | undefined): readonly string[] =>
  (server !== undefined && settings.panels.get(server)?.origins) || [];

type Parts = { readonly settings: ServerSettings; readonly book: SessionBook; readonly cookie: SessionCookie };

/** Everything comes from this very origin; nothing is inline; no `X-Frame-Options`, which knows no other port. */
export const createSecurityHeaders = ({ settings, book, cookie }: Parts): RequestHandler => {
  const policyFor = (server: string | undefined): RequestHandler => {
    const origins = panelOrigins(settings, server);
    return helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          baseUri: ["'none'"],
          connectSrc: ["'self'"],
          fontSrc: ["'none'"],
          formAction: ["'self'", ...origins],
          frameAncestors: origins.length === 0 ? ["'none'"] : ["'self'", ...origins],
          imgSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
        },
      },
      xFrameOptions: false,
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: settings.origin.startsWith("https:"),
    });
  };
  const policies = new Map([undefined, ...settings.panels.keys()].map((server) => [server, policyFor(server)]));
  return (request, response, next) => {
    const server = book.find(cookie.read(request) ?? "")?.viewer.server;
    (policies.get(server) ?? policyFor(undefined))(request, response, next);
  };
};
