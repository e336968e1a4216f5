import type { KeyCustody } from "@hostseal/core";
import type { PanelClient } from "./panel-client.ts";
import { webspacePath } from "./paths.ts";
import { madeKey, nothing } from "./wire.ts";

export const createKeyCustody = (panel: PanelClient): KeyCustody => ({
  make: async (site, algorithm, hostnames) => {
    const path = webspacePath(site, "keys");
    const made = await panel({ method: "POST", path, body: { algorithm, hostnames }, site }, madeKey);
    return { csr: made.csr, reference: made.key_id };
  },
  forget: async (reference) => {
    await panel({ method: "DELETE", path: `/keys/${encodeURIComponent(reference)}` }, nothing);
  },
});
