import type { SiteId } from "@hostseal/core";
import type { Client } from "../api/client.ts";
import type { DirectadminSettings } from "../settings.ts";
import type { CertificatePlace, Material } from "./certificate-place.ts";
import { isNamed } from "./is-named.ts";
import { type Certificates, certificates, files } from "../wire.ts";

export type SlotSettings = Pick<DirectadminSettings, "certificateId" | "chainAs">;

const domainTls = (site: SiteId, rest: string): string => `/api/domain-tls/${encodeURIComponent(site)}/${rest}`;

/** The id of the certificate that the domain itself is served with: that for its name, else the only one there is. */
const filledSlot = ({ certs }: Certificates, site: SiteId): string | undefined => {
  const filled = certs.filter(({ certificate }) => certificate);
  const own = filled.find(({ certificate }) => isNamed(certificate?.dnsNames ?? [], site));
  return (own ?? filled.find(({ id }) => id === site) ?? (filled.length === 1 ? filled[0] : undefined))?.id;
};

const freeSlot = ({ certIds, certs }: Certificates, site: SiteId): string => {
  const free = certIds.filter((id) => !certs.some((one) => one.id === id && one.certificate));
  return free.find((id) => id === site) ?? free[0] ?? site;
};

const wireChain = (chain: readonly string[], chainAs: SlotSettings["chainAs"]): string | readonly string[] =>
  chainAs === "text" ? chain.join("") : chain;

/** `/api/domain-tls`: a bought certificate is taken off automatic ones in the call that puts it there. */
export const createDomainTls = (client: Client, site: SiteId, settings: SlotSettings): CertificatePlace => {
  const filesOf = (slot: string): string => domainTls(site, `certs/${encodeURIComponent(slot)}/files`);

  const lookAgain = async (slot: string): Promise<Material> => {
    const { cert, key, chain } = await client.read({ method: "GET", path: filesOf(slot) }, files);
    return { leaf: cert, chain, key };
  };

  return {
    kind: "domain-tls",
    look: async () => {
      const reply = await client.ask({ method: "GET", path: domainTls(site, "certs") });
      if (reply.kind === "refused" && reply.refusal.status === 404) return undefined;
      const listed = client.take(reply, certificates);
      const filled = filledSlot(listed, site);
      if (filled === undefined) return { slot: settings.certificateId ?? freeSlot(listed, site) };
      return { slot: filled, material: await lookAgain(filled) };
    },
    lookAgain,
    put: async (slot, { leaf, chain, key }, origin) => {
      const value = { cert: leaf, key, chain: wireChain(chain, settings.chainAs) };
      const query = { "update-acme-skiplist": String(origin === "bought") };
      await client.run({ method: "PUT", path: filesOf(slot), query, body: { kind: "json", value } });
    },
    clear: async (slot) => client.run({ method: "DELETE", path: domainTls(site, `certs/${encodeURIComponent(slot)}`) }),
  };
};
