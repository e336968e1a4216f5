import type { KeyCustody } from "@hostseal/core";
import type { Remote } from "./remote.ts";
import { madeKey, nothing } from "./wire.ts";

/** Keys through the module: the panel's own `generate-cert` keeps one at a time, of one curve. */
export const createKeyCustody = (remote: Remote, account: string): KeyCustody => ({
  make: async (site, keyType, names) => {
    const fields = { domain: site, owner: account, type: keyType, names: names.join(",") };
    return remote.runOwn({ program: "hostseal-key", fields, site }, madeKey);
  },
  forget: async (reference) => {
    await remote.runOwn({ program: "hostseal-key", fields: { owner: account, forget: reference } }, nothing);
  },
});
