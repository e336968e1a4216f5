import { Secret } from "@hostseal/pki";
import { toIso } from "@hostseal/rules";
import express, { type Router } from "express";
import { z } from "zod";
import type { Webspace } from "../../web/webspace.ts";
import { requirePermission, webspaceOf } from "../authorise.ts";
import type { Panel } from "../panel.ts";
import { refusal } from "../panel-refusal.ts";
import type { TlsInstall, TlsVersion } from "../tls-shelf.ts";
import { requireMatch, usableCertificate } from "../usable-certificate.ts";

const wanted = z.object({ certificate: z.string(), chain: z.array(z.string()) });
const installation = wanted.extend({
  private_key: z.string().optional(),
  key_id: z.string().optional(),
  if_version: z.int().min(0),
});
const confirmation = z.object({ sha256: z.string() });
const restoration = z.object({ sha256: z.string(), version: z.int().min(0) });

const shown = (version: TlsVersion) => ({
  version: version.number,
  sha256: version.certificate.sha256,
  valid_until: toIso(version.certificate.notAfter),
  confirmed: version.isConfirmed,
});

const keyFor = (
  panel: Panel,
  webspace: Webspace,
  wish: z.infer<typeof installation>,
): Pick<TlsInstall, "keyId"> & { key: Secret } => {
  if (wish.private_key !== undefined) return { key: new Secret(wish.private_key) };
  const kept = wish.key_id === undefined ? undefined : panel.keys.get(wish.key_id);
  if (kept?.webspace !== webspace.id) throw refusal(422, "key_unknown", "There is no such key on this webspace");
  return { key: kept.pem, keyId: kept.id };
};

const requireSoundConfig = (panel: Panel, { id }: Webspace): void => {
  const fault = panel.configFaults.get(id);
  if (fault !== undefined) throw refusal(409, "config_test_failed", fault);
};

const install = (panel: Panel, webspace: Webspace, body: unknown): TlsVersion => {
  const wish = installation.parse(body);
  requireSoundConfig(panel, webspace);
  const certificate = usableCertificate(wish, webspace.names);
  const { key, keyId } = keyFor(panel, webspace, wish);
  requireMatch(certificate, key);
  return panel.shelf.install(webspace.id, {
    certificate,
    material: { key, certificates: [certificate.pem, ...wish.chain] },
    ...(keyId !== undefined && { keyId }),
    ifVersion: wish.if_version,
  });
};

/**
 * The certificate of a webspace: `GET …/tls` shows it, `POST …/tls/check` tells what an installation would stand on,
 * `install` serves a new one, `confirm` keeps it, `restore` puts back the one before.
 */
export const createTlsRoutes = (panel: Panel): Router => {
  const router = express.Router();
  const write = requirePermission("tls:write");

  router.get("/webspaces/:id/tls", (request, response) => {
    const active = panel.shelf.active(webspaceOf(panel, request, response).id);
    response.json({ active: active ? shown(active) : null });
  });

  router.post("/webspaces/:id/tls/check", (request, response) => {
    const webspace = webspaceOf(panel, request, response);
    requireSoundConfig(panel, webspace);
    const { sha256, notAfter } = usableCertificate(wanted.parse(request.body), webspace.names);
    const active = panel.shelf.active(webspace.id);
    response.json({
      version: panel.shelf.baseFor(webspace.id, sha256),
      sha256,
      valid_until: toIso(notAfter),
      hostnames: webspace.names,
      active: active ? shown(active) : null,
      endpoints: panel.endpoints,
    });
  });

  router.post("/webspaces/:id/tls/install", write, (request, response) => {
    response.json(shown(install(panel, webspaceOf(panel, request, response), request.body)));
  });

  router.post("/webspaces/:id/tls/confirm", write, (request, response) => {
    panel.shelf.confirm(webspaceOf(panel, request, response).id, confirmation.parse(request.body).sha256);
    response.json({});
  });

  router.post("/webspaces/:id/tls/restore", write, (request, response) => {
    const { sha256, version } = restoration.parse(request.body);
    panel.shelf.restore(webspaceOf(panel, request, response).id, sha256, version);
    response.json({});
  });

  return router;
};
