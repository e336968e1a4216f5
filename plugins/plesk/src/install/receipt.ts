import { createHash } from "node:crypto";
import { failure, type InstallReceipt } from "@hostseal/core";
import { z } from "zod";
import { SERVICES } from "../settings.ts";

/** What undoes an installation. The certificate before, with its key, stays in the panel's repository until then. */
const undo = z.strictObject({
  site: z.string(),
  siteId: z.string(),
  /** What the certificate is called in the repository, and its digest. */
  name: z.string(),
  sha256: z.string(),
  before: z.strictObject({ name: z.string(), sha256: z.string() }).nullable(),
  ssl: z.boolean(),
  /** Services that are given the certificate too, with the name of the one they had. */
  services: z.array(z.strictObject({ service: z.enum(SERVICES), before: z.string() })),
});
export type Undo = z.output<typeof undo>;

export const readUndo = (receipt: InstallReceipt, host: string): Undo => {
  const read = undo.safeParse(receipt.undo);
  if (read.success) return read.data;
  throw failure("host.refused", { host, because: "the receipt is not one of its own" });
};

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
const SITE_DIGITS = 12;
const CERTIFICATE_DIGITS = 24;

/** The beginning of the names of all certificates that were ever installed on a site from here. */
export const prefixFor = (site: string): string => `hostseal-${digest(site).slice(0, SITE_DIGITS)}-`;

/** The name is the only handle on a certificate in the repository, so each certificate has one that is its own. */
export const nameFor = (site: string, sha256: string): string =>
  `${prefixFor(site)}${sha256.slice(0, CERTIFICATE_DIGITS)}`;
