import { failure, type InstallKey, type InstallPlan } from "@hostseal/core";
import { fingerprint, keyMatches, type Secret } from "@hostseal/pki";
import { explainRefusal } from "../account/domains.ts";
import { switchSsl } from "../account/ssl-switch.ts";
import type { Client } from "../api/client.ts";
import type { Holding } from "../tls/certificate-place.ts";
import type { Places } from "../tls/find-place.ts";
import type { Keepsakes } from "./keepsake.ts";
import { readRequest } from "./read-request.ts";
import { undoIn } from "./undo.ts";

/** What the verbs of an installation work with. */
export type Workshop = { readonly client: Client; readonly places: Places; readonly keepsakes: Keepsakes };

const isKeyOf = (certificate: string, key: Secret): boolean => {
  try {
    return keyMatches(certificate, key);
  } catch {
    return false;
  }
};

const broughtKey = (certificate: string, key: InstallKey, host: string): Secret => {
  if (key.kind === "kept") throw failure("host.refused", { host, because: "it keeps no keys for Hostseal" });
  if (isKeyOf(certificate, key.pem)) return key.pem;
  throw failure("host.refused", { host, because: "the private key does not belong to the certificate" });
};

export const leafOf = (holding: Holding | undefined): string | null =>
  holding?.material ? fingerprint(holding.material.leaf).sha256 : null;

/** Puts the certificate there, with what is needed to take it back beside it, and looks whether it is there. */
export const applyOn = async (
  { client, places, keepsakes }: Workshop,
  { certificate, chain, receipt }: InstallPlan,
  key: InstallKey,
): Promise<void> => {
  const { host } = client;
  const undo = undoIn(receipt, host);
  const { leaf, chain: intermediates } = readRequest({ certificate, chain }, host);
  const material = { leaf: leaf.pem, chain: intermediates, key: broughtKey(leaf.pem, key, host) };
  const place = places.place(undo.site, undo.place);
  const holding = await place.look().catch(async (thrown: unknown) => {
    throw await explainRefusal(client, undo.site, thrown);
  });
  const present = leafOf(holding);
  if (present === undo.sha256 && present !== undo.previous) return;
  if (!holding || present !== undo.previous) throw failure("host.plan-stale", { host });
  await keepsakes.put(undo.keepsake, holding);
  if (undo.wasSslOff) await switchSsl(client, undo.site, true);
  await place.put(holding.slot, material, "bought");
  const shown = await place.lookAgain(holding.slot);
  if (shown && fingerprint(shown.leaf).sha256 === undo.sha256) return;
  throw failure("host.refused", { host, because: "it says that the certificate is installed, and shows another" });
};
