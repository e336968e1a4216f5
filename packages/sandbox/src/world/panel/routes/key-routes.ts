import { KEY_TYPES } from "@hostseal/pki";
import { type DomainName, parseDomainName } from "@hostseal/rules";
import express, { type RequestHandler, type Router } from "express";
import { z } from "zod";
import { callerOf, requirePermission, webspaceOf } from "../authorise.ts";
import type { Panel } from "../panel.ts";
import { refusal } from "../panel-refusal.ts";

const wish = z.object({ algorithm: z.enum(KEY_TYPES), hostnames: z.array(z.string()).min(1).max(250) });

const toNames = (hostnames: readonly string[]): readonly DomainName[] =>
  hostnames.map((text) => {
    const parsed = parseDomainName(text);
    if (parsed.kind === "refused") throw refusal(422, "hostname_unusable", `${text} cannot be in a certificate`);
    return parsed.name;
  });

const make =
  (panel: Panel): RequestHandler =>
  async (request, response) => {
    const webspace = webspaceOf(panel, request, response);
    const { algorithm, hostnames } = wish.parse(request.body);
    const { id, csr } = await panel.keys.make(webspace.id, algorithm, toNames(hostnames));
    response.json({ key_id: id, csr });
  };

const forget =
  (panel: Panel): RequestHandler =>
  (request, response) => {
    const kept = panel.keys.get(String(request.params["id"]));
    if (kept && callerOf(response).webspaces.includes(kept.webspace)) {
      if (panel.shelf.isInUse(kept.id)) throw refusal(409, "key_in_use", "A certificate uses this key");
      panel.shelf.discard(kept.id);
      panel.keys.forget(kept.id);
    }
    response.json({});
  };

/** `POST …/keys` makes a key on the server and answers with a request for it; `DELETE /keys/:id` forgets it. */
export const createKeyRoutes = (panel: Panel): Router =>
  express
    .Router()
    .post("/webspaces/:id/keys", requirePermission("keys:write"), make(panel))
    .delete("/keys/:id", requirePermission("keys:write"), forget(panel));
