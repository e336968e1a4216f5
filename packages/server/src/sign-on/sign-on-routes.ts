import { type Clock, type Log } from "@hostseal/core";
import { type AssertionMemory, type Claims, verifyAssertion } from "@hostseal/sign-on";
import express, { type Request, type Router } from "express";
import { refusal } from "../app/refusal.ts";
import type { ConnectedPanel, ServerSettings } from "../server-settings.ts";
import type { Viewer } from "../sessions/session.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import type { SessionCookie } from "../sessions/session-cookie.ts";
import type { AccountChange } from "./follow-account.ts";
import { localeFor } from "../words/locale.ts";

export type SignOnParts = {
  readonly settings: ServerSettings;
  readonly clock: Clock;
  readonly log: Log;
  readonly memory: AssertionMemory;
  readonly book: SessionBook;
  readonly cookie: SessionCookie;
  /** Does what an event of an account means for its orders. */
  readonly follow: (change: AccountChange) => Promise<void>;
};

type Vouched = { readonly claims: Claims; readonly panel: ConnectedPanel };

const assertionIn = ({ body }: Request): string => {
  const { assertion } = (body ?? {}) as { readonly assertion?: unknown };
  return typeof assertion === "string" ? assertion : "";
};

/** What the panel vouches for. Every refusal looks the same from outside; the reason is in the log. */
const vouchedBy = async (request: Request, parts: SignOnParts): Promise<Vouched> => {
  const { settings, clock, log, memory } = parts;
  const verified = await verifyAssertion(assertionIn(request), {
    now: clock.now(),
    audience: settings.origin,
    serverOf: (id) => settings.panels.get(id),
    memory,
  });
  const panel = verified.kind === "accepted" ? settings.panels.get(verified.claims.iss) : undefined;
  if (verified.kind === "accepted" && panel) return { claims: verified.claims, panel };
  const because = verified.kind === "refused" ? verified.because : "unknown-server";
  log.emit({ level: "warning", event: "sign-on.refused", details: { because, address: request.ip ?? "" } });
  throw refusal(403, "sign-on-refused");
};

const toViewer = ({ claims, panel }: Vouched): Viewer => {
  const customer = panel.customerOf(claims.sub);
  if (customer === undefined || claims.event !== undefined) throw refusal(403, "sign-on-refused");
  return {
    customer,
    server: claims.iss,
    account: claims.sub,
    locale: localeFor(claims.locale),
    theme: panel.theme,
    ...(claims.return_to !== undefined && { returnTo: claims.return_to }),
  };
};

/** `POST /panel/sign-on` opens a session; `POST /panel/lifecycle` hears what became of an account (docs/sign-on.md). */
export const createSignOnRoutes = (parts: SignOnParts): Router =>
  express
    .Router()
    .post("/sign-on", async (request, response) => {
      const viewer = toViewer(await vouchedBy(request, parts));
      parts.book.end(parts.cookie.read(request) ?? "");
      parts.cookie.write(response, parts.book.open(viewer));
      const { server, account } = viewer;
      parts.log.emit({ level: "note", event: "sign-on.accepted", details: { server, account } });
      response.redirect(303, "/sites");
    })
    .post("/lifecycle", async (request, response) => {
      const { claims, panel } = await vouchedBy(request, parts);
      if (claims.event === undefined) throw refusal(403, "sign-on-refused");
      const { iss: server, sub: account, event } = claims;
      if (event.kind !== "created" && event.kind !== "resumed")
        parts.book.endAll((viewer) => viewer.server === server && viewer.account === account);
      await parts.follow({ panel, server, account, event });
      parts.log.emit({ level: "note", event: `account.${event.kind}`, details: { server, account } });
      response.status(204).end();
    });
