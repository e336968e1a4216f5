import { failure, type InstallReceipt } from "@hostseal/core";
import { switchSsl } from "../account/ssl-switch.ts";
import type { CertificatePlace, Holding } from "../tls/certificate-place.ts";
import { handBack } from "../tls/truce.ts";
import { leafOf, type Workshop } from "./apply.ts";
import { undoIn } from "./undo.ts";

const putBack = async (place: CertificatePlace, { slot, material }: Holding): Promise<void> => {
  if (material) await place.put(slot, material, "put-back");
  else await place.clear?.(slot);
};

/**
 * Puts back what the keepsake holds. Without a keepsake nothing was begun, or everything is over. When somebody else has
 * installed another certificate since, theirs stays.
 */
export const takeBackOn = async ({ client, places, keepsakes }: Workshop, receipt: InstallReceipt): Promise<void> => {
  const undo = undoIn(receipt, client.host);
  const kept = await keepsakes.get(undo.keepsake);
  if (!kept) return;
  const place = places.place(undo.site, undo.place);
  const present = leafOf(await place.look());
  if (present === undo.sha256 && present !== undo.previous) {
    await putBack(place, kept);
    if (leafOf(await place.look()) !== undo.previous)
      throw failure("host.refused", {
        host: client.host,
        because: "it does not show the certificate that was put back",
      });
  }
  if (present === undo.sha256 || present === undo.previous) {
    if (undo.skipped.length > 0) await handBack(client, undo.site, undo.skipped);
    if (undo.wasSslOff) await switchSsl(client, undo.site, false);
  }
  await keepsakes.drop(undo.keepsake);
};
