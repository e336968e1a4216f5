import { failure, type SiteId } from "@hostseal/core";
import { explainRefusal } from "../account/domains.ts";
import type { Client } from "../api/client.ts";
import type { DirectadminSettings } from "../settings.ts";
import type { CertificatePlace, Holding, PlaceKind } from "./certificate-place.ts";
import { createDomainTls } from "./domain-tls.ts";
import { createServerTls, PANEL_SERVICE } from "./server-tls.ts";
import { createSslCommand } from "./ssl-command.ts";

export type Found = { readonly place: CertificatePlace; readonly holding: Holding };

/** Where the certificates of the sites are kept. */
export type Places = {
  /** Where this panel keeps the certificate of a site, and what is there. */
  find(site: SiteId): Promise<Found>;
  /** The place that was found before, perhaps by another process. */
  place(site: SiteId, kind: PlaceKind): CertificatePlace;
};

export type PlaceSettings = Pick<DirectadminSettings, "certificateId" | "chainAs" | "services">;

/** `/api/domain-tls` where there is one, `CMD_API_SSL` otherwise; which of them is asked only once. */
export const createPlaces = (client: Client, settings: PlaceSettings): Places => {
  let isOlder = false;

  const place: Places["place"] = (site, kind) => {
    switch (kind) {
      case "domain-tls":
        return createDomainTls(client, site, settings);
      case "ssl-command":
        return createSslCommand(client, site);
      case "server-tls":
        return createServerTls(client);
    }
  };

  const kindsFor = (site: SiteId): readonly PlaceKind[] => {
    if (site === PANEL_SERVICE) return settings.services === true ? ["server-tls"] : [];
    return isOlder ? ["ssl-command"] : ["domain-tls", "ssl-command"];
  };

  const lookThrough = async (site: SiteId): Promise<Found> => {
    for (const kind of kindsFor(site)) {
      const candidate = place(site, kind);
      const holding = await candidate.look();
      if (!holding) continue;
      isOlder ||= kind === "ssl-command";
      return { place: candidate, holding };
    }
    throw failure("host.site-unknown", { host: client.host, site });
  };

  return {
    place,
    find: async (site) => {
      try {
        return await lookThrough(site);
      } catch (thrown) {
        throw await explainRefusal(client, site, thrown);
      }
    },
  };
};
