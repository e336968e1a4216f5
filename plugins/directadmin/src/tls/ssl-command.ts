import type { SiteId } from "@hostseal/core";
import { isSecret, Secret, splitPem } from "@hostseal/pki";
import type { Client } from "../api/client.ts";
import type { CertificatePlace, Holding } from "./certificate-place.ts";
import { cacert, ssl } from "../wire.ts";

const PATH = "/CMD_API_SSL";

/** Key and leaf go in one field, the key first. */
const pasted = (key: Secret, leaf: string): Secret => new Secret(`${key.reveal().trim()}\n${leaf}`);

/**
 * `CMD_API_SSL`, for versions without `/api/domain-tls`. Leaf and intermediates go in two calls, the leaf first: as long
 * as the new leaf is there, the installation counts as begun, and is finished or undone as a whole.
 */
export const createSslCommand = (client: Client, site: SiteId): CertificatePlace => {
  const query = { domain: site, json: "yes" };

  const save = async (fields: Readonly<Record<string, string | Secret>>): Promise<void> =>
    client.run({
      method: "POST",
      path: PATH,
      body: { kind: "form", fields: { ...query, action: "save", ...fields } },
    });

  const saveChain = async (chain: readonly string[]): Promise<void> =>
    save({ type: "cacert", active: chain.length > 0 ? "yes" : "no", cacert: chain.join("") });

  const look = async (): Promise<Holding> => {
    const { certificate, key } = await client.read({ method: "GET", path: PATH, query }, ssl);
    const [leaf] = splitPem(certificate);
    if (leaf === undefined || !isSecret(key)) return { slot: site };
    const chain = await client.read({ method: "GET", path: PATH, query: { ...query, view: "cacert" } }, cacert);
    return { slot: site, material: { leaf, chain: splitPem(chain.cacert), key } };
  };

  return {
    kind: "ssl-command",
    look,
    lookAgain: async () => (await look()).material,
    put: async (_slot, { leaf, chain, key }) => {
      await save({ type: "paste", certificate: pasted(key, leaf), submit: "Save" });
      await saveChain(chain);
    },
    clear: async () => {
      await saveChain([]);
      await save({ type: "server" });
    },
  };
};
