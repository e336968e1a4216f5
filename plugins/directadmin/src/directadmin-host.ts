import { failure, type Host, type Random } from "@hostseal/core";
import type { Http } from "@hostseal/http";
import { readCertificate } from "@hostseal/pki";
import { sitesOf } from "./account/sites.ts";
import { createClient } from "./api/client.ts";
import { createDnsZone } from "./dns/dns-zone.ts";
import { examineOn } from "./examine.ts";
import { createFileSpace } from "./files/file-space.ts";
import { createWebroot } from "./files/webroot.ts";
import { applyOn } from "./install/apply.ts";
import { createKeepsakes } from "./install/keepsake.ts";
import { planOn } from "./install/plan.ts";
import { takeBackOn } from "./install/take-back.ts";
import { undoIn } from "./install/undo.ts";
import { manifest } from "./manifest.ts";
import { serviceSite } from "./service-site.ts";
import type { DirectadminSettings } from "./settings.ts";
import { createPlaces } from "./tls/find-place.ts";

export type DirectadminDeps = { readonly http: Http; readonly random: Random };

/** One account of a DirectAdmin server; the calls each verb takes are in the README. */
export const createDirectadminHost = (settings: DirectadminSettings, { http, random }: DirectadminDeps): Host => {
  const client = createClient(settings, http);
  const { host } = client;
  const files = createFileSpace(client, random);
  const places = createPlaces(client, settings);
  const keepsakes = createKeepsakes({ host, files, credential: settings.credential, random });
  const workshop = { client, places, keepsakes };

  return {
    id: settings.id,
    manifest,
    examine: async () => examineOn(client),
    sites: async () => [
      ...(await sitesOf(client)),
      ...(settings.services === true ? [serviceSite(new URL(settings.url).hostname)] : []),
    ],
    installed: async (site) => {
      const { material } = (await places.find(site)).holding;
      if (!material) return undefined;
      const read = readCertificate(material.leaf);
      if (read.kind === "malformed")
        throw failure("host.malformed-answer", { host, because: "the installed certificate cannot be read" });
      const { sha256, notAfter } = read.certificate;
      return { sha256, notAfter };
    },
    plan: async (request) => planOn(workshop, request),
    apply: async (plan, key) => applyOn(workshop, plan, key),
    commit: async (receipt) => keepsakes.drop(undoIn(receipt, host).keepsake),
    rollback: async (receipt) => takeBackOn(workshop, receipt),
    zone: createDnsZone(client),
    webroot: createWebroot(client, files),
  };
};
