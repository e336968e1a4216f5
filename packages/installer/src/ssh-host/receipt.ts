import { failure, type InstallReceipt } from "@hostseal/core";
import { z } from "zod";

const undo = z.strictObject({
  /** The journal on the host. */
  run: z.string().regex(/^run-[0-9a-f]{16}$/),
  site: z.string(),
  /** Hex SHA-256 over what was planned. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Undo = z.infer<typeof undo>;

export const toReceipt = (one: Undo): InstallReceipt => ({ id: one.run, undo: one });

/** Failure: `host.refused` for the receipt of another host. */
export const undoOf = (host: string, receipt: InstallReceipt): Undo => {
  const read = undo.safeParse(receipt.undo);
  if (read.success) return read.data;
  throw failure("host.refused", { host, because: "the receipt is not one of its own" });
};
