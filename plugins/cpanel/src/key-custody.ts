import { failure, type KeyCustody } from "@hostseal/core";
import type { KeyType } from "@hostseal/pki";
import type { CpanelClient } from "./client.ts";
import { findVhost } from "./site/sites.ts";
import { madeKey, madeRequest, nothing, storedKeys } from "./wire.ts";

/** What the panel calls the kinds of keys it makes. */
const KINDS: Readonly<Record<KeyType, string | undefined>> = {
  "rsa-2048": "rsa-2048",
  "rsa-3072": undefined,
  "rsa-4096": "rsa-4096",
  "ec-p256": "ecdsa-prime256v1",
  "ec-p384": "ecdsa-secp384r1",
};

/** The panel makes no request without these. Authorities read the names only; XX stands for no country (BR §7.1.2.7.2). */
const SUBJECT = {
  countryName: "XX",
  stateOrProvinceName: "Not stated",
  localityName: "Not stated",
  organizationName: "Not stated",
};

export const createKeyCustody = (client: CpanelClient): KeyCustody => ({
  make: async (site, keyType, names) => {
    const keytype = KINDS[keyType];
    if (keytype === undefined)
      throw failure("host.refused", { host: client.host, because: `it makes no keys of the kind ${keyType}` });
    await findVhost(client, site);
    const { id } = await client.uapi("SSL::generate_key", madeKey, { keytype });
    const wish = { domains: names.join(","), key_id: id, ...SUBJECT };
    const { text } = await client.uapi("SSL::generate_csr", madeRequest, wish);
    return { csr: text, reference: id };
  },
  forget: async (reference) => {
    const kept = await client.uapi("SSL::list_keys", storedKeys);
    if (kept.some(({ id }) => id === reference)) await client.uapi("SSL::delete_key", nothing, { id: reference });
  },
});
