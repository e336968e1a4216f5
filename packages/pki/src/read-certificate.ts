import type { CertificateFacts } from "./certificate-facts.ts";
import { type CertificateFlaw, parseCertificate } from "./parse-certificate.ts";
import { fromBase64 } from "./pem.ts";
import { certificateBlocks } from "./split-pem.ts";

export type ReadCertificate =
  | { readonly kind: "certificate"; readonly certificate: CertificateFacts }
  | {
      readonly kind: "malformed";
      /** `no-certificate`: no CERTIFICATE block and no base64. `too-large`: more than 256 KiB. */
      readonly because: CertificateFlaw | "no-certificate" | "too-large";
    };

const LONGEST_INPUT = 262_144;

/** Reads one certificate from PEM (the first, when there are several), bare base64 or DER. Never throws; verifies nothing. */
export const readCertificate = (input: string | Uint8Array): ReadCertificate => {
  if (input.length > LONGEST_INPUT) return { kind: "malformed", because: "too-large" };
  const der = typeof input === "string" ? (certificateBlocks(input)[0] ?? fromBase64(input)) : input;
  if (!der) return { kind: "malformed", because: "no-certificate" };
  const parsed = parseCertificate(der);
  if (typeof parsed === "string") return { kind: "malformed", because: parsed };
  return { kind: "certificate", certificate: parsed.facts };
};
