import { failure, type InstallReceipt, type SiteId } from "@hostseal/core";
import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a receipt remembers. The certificate before and its key are in the keepsake on the panel's server. */
const undo = z.object({
  site: z.string().transform((site) => site as SiteId),
  place: z.enum(["domain-tls", "ssl-command", "server-tls"]),
  /** Of the leaf that is installed, and of the one before. */
  sha256,
  previous: sha256.nullable(),
  /** Name of the keepsake in the account's home. */
  keepsake: z.string().regex(/^\.hostseal-[\w.-]{1,200}\.sealed$/),
  wasSslOff: z.boolean(),
  /** Names that were not kept from automatic certificates before. */
  skipped: z.array(z.string()),
});
export type Undo = z.infer<typeof undo>;

/** Failure: `host.refused` for the receipt of another host. */
export const undoIn = (receipt: InstallReceipt, host: string): Undo => {
  const read = undo.safeParse(receipt.undo);
  if (!read.success) throw failure("host.refused", { host, because: "the receipt is not one of its own" });
  return read.data;
};
