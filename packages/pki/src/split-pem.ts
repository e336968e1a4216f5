import { pemBlocks, toPem } from "./pem.ts";

const CERTIFICATE_LABELS: ReadonlySet<string> = new Set(["CERTIFICATE", "X509 CERTIFICATE"]);

/** The DER of every certificate block of `text`, in order; other blocks, comments and broken base64 are passed over. */
export const certificateBlocks = (text: string): readonly Uint8Array[] =>
  pemBlocks(text).flatMap(({ label, der }) => (CERTIFICATE_LABELS.has(label) && der ? [der] : []));

/** Every CERTIFICATE block of `text`, each as a PEM of its own, in the order found. */
export const splitPem = (text: string): string[] => certificateBlocks(text).map((der) => toPem("CERTIFICATE", der));
