import { timingSafeEqual } from "node:crypto";
import type { Log } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { linkToken } from "@hostseal/sign-on";
import express, { type Request, type Router } from "express";
import { z } from "zod";
import { refusal } from "../app/refusal.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { Viewer } from "../sessions/session.ts";
import type { SessionBook } from "../sessions/session-book.ts";
import type { SessionCookie } from "../sessions/session-cookie.ts";
import { localeAmong, localeFor } from "../words/locale.ts";
import type { LinkTickets } from "./link-tickets.ts";

export type IntegrationLinkParts = {
  readonly settings: Pick<ServerSettings, "origin" | "panels">;
  readonly log: Log;
  readonly tickets: LinkTickets;
  readonly book: SessionBook;
  readonly cookie: SessionCookie;
};

/** What cPanel's server asks with when a customer clicks; the link's own number is `<server>/<account>`. */
const click = z.object({
  token: z.string().min(1),
  user: z.string().min(1),
  subscriber_unique_id: z.string().regex(/^[^/]+\/[^/]+$/),
});

const isSame = (given: string, wanted: Secret): boolean => {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted.reveal())];
  return left.length === right.length && timingSafeEqual(left, right);
};

const vouchedViewer = ({ body }: Request, { panels }: Pick<ServerSettings, "panels">): Viewer | undefined => {
  const read = click.safeParse(body);
  const [server = "", account = ""] = read.data?.subscriber_unique_id.split("/") ?? [];
  const panel = panels.get(server);
  if (!read.success || !panel || read.data.user !== account) return undefined;
  const customer = panel.customerOf(account);
  if (customer === undefined || !isSame(read.data.token, linkToken(panel.key, account))) return undefined;
  return { customer, server, account, locale: localeFor(undefined), theme: panel.theme };
};

/**
 * Signing on by an Integration Link of cPanel, with nothing of ours on its server: `POST /panel/integration-link` is asked
 * by that server and gives an address for the browser, `GET /panel/open/…` opens the session, once.
 */
export const createIntegrationLinkRoutes = ({ settings, log, tickets, book, cookie }: IntegrationLinkParts): Router =>
  express
    .Router()
    .post("/integration-link", express.json(), (request, response) => {
      const viewer = vouchedViewer(request, settings);
      if (!viewer) {
        log.emit({ level: "warning", event: "link.refused", details: { address: request.ip ?? "" } });
        throw refusal(403, "sign-on-refused");
      }
      response.set("cache-control", "no-store");
      response.json({ redirect_url: `${settings.origin}/panel/open/${tickets.issue(viewer)}` });
    })
    .get("/open/:ticket", (request, response) => {
      const viewer = tickets.redeem(request.params.ticket);
      if (!viewer) throw refusal(403, "sign-on-refused");
      book.end(cookie.read(request) ?? "");
      cookie.write(response, book.open({ ...viewer, locale: localeAmong(request.acceptsLanguages()) }));
      const { server, account } = viewer;
      log.emit({ level: "note", event: "sign-on.accepted", details: { server, account } });
      response.redirect(303, "/sites");
    });
