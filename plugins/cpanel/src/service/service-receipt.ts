import { failure, type InstallReceipt } from "@hostseal/core";
import { z } from "zod";

/** Everything that undoes an installation on a service, but for the key of the certificate before. */
const undo = z.object({
  service: z.string(),
  ours: z.string(),
  before: z.object({ sha256: z.string(), certificate: z.string(), bundle: z.string() }).optional(),
});
export type ServiceUndo = z.output<typeof undo>;

export const toServiceReceipt = (what: ServiceUndo, site: string): InstallReceipt => ({
  id: `${site}-${what.ours.slice(0, 16)}`,
  undo: what,
});

/** Nothing for a receipt of a virtual host. */
export const serviceUndoIn = (receipt: InstallReceipt): ServiceUndo | undefined => undo.safeParse(receipt.undo).data;

/** Failure: `host.refused` for a receipt of somebody else. */
export const serviceUndoOf = (receipt: InstallReceipt, host: string): ServiceUndo => {
  const read = serviceUndoIn(receipt);
  if (!read) throw failure("host.refused", { host, because: "the receipt is not one of its own" });
  return read;
};
