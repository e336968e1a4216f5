import { failure, type InstallReceipt } from "@hostseal/core";
import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const undo = z.object({
  domain: z.string().min(1),
  /** What is installed, and what stood there before. */
  sha256,
  replaced: sha256.nullable(),
  /** The feature that turns TLS on, where it was off. */
  opens: z.string().nullable(),
  /** Services that get the certificate beside the website. */
  services: z.array(z.string()),
});

/** What takes an installation back: the module has kept the rest on the server, under the receipt's id. */
export type Undo = z.infer<typeof undo>;

const SHORT = 16;

export const toReceipt = (undo: Undo): InstallReceipt => {
  const [ours, theirs] = [undo.sha256.slice(0, SHORT), undo.replaced?.slice(0, SHORT) ?? "none"];
  return { id: `${undo.domain}.${ours}.${theirs}`, undo };
};

export const fromReceipt = ({ undo: given }: InstallReceipt, host: string): Undo => {
  const read = undo.safeParse(given);
  if (!read.success) throw failure("host.refused", { host, because: "the receipt is not one of its own" });
  return read.data;
};
