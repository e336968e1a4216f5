import { asId, failure, type InstallReceipt, type SiteId } from "@hostseal/core";
import { z } from "zod";

/** Everything that undoes an installation, and nothing secret. */
const undo = z.object({
  site: z.string().transform((text) => asId<SiteId>(text)),
  /** The certificate of the plan; serial and end are what the account's store is searched by. */
  ours: z.object({ sha256: z.string(), serial: z.string(), notAfter: z.number() }),
  /** The certificate that was installed, whose key the account's store has. */
  before: z.object({ sha256: z.string(), certificate: z.string() }).optional(),
  /** How the store calls the public half of our key. */
  keyMarks: z.array(z.string()),
  /** The key lay in the store already, so it stays there. */
  hadKey: z.boolean(),
  /** Names that AutoSSL is kept away from by us. */
  excluded: z.array(z.string()),
});
export type Undo = z.output<typeof undo>;

export const toReceipt = (what: Undo): InstallReceipt => ({
  id: `${what.site}-${what.ours.sha256.slice(0, 16)}`,
  undo: what,
});

/** Failure: `host.refused` for a receipt of somebody else. */
export const undoOf = (receipt: InstallReceipt, host: string): Undo => {
  const read = undo.safeParse(receipt.undo);
  if (!read.success) throw failure("host.refused", { host, because: "the receipt is not one of its own" });
  return read.data;
};
