import { toASCII } from "tr46";
import type { NameRefusal } from "./name-refusal.ts";

/** A host in lower-case A-labels, or what is wrong with it. */
export type AsciiHost =
  | { readonly kind: "host"; readonly host: string }
  | { readonly kind: "refused"; readonly code: NameRefusal };

const STRICT = {
  checkHyphens: true,
  checkBidi: true,
  checkJoiners: true,
  useSTD3ASCIIRules: true,
  verifyDNSLength: true,
  transitionalProcessing: false,
  ignoreInvalidPunycode: false,
};
const LENIENT = { ...STRICT, checkHyphens: false, useSTD3ASCIIRules: false, verifyDNSLength: false };
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;
const LDH_NAME = /^[a-z0-9.-]+$/;

/** Maps a host to lower-case A-labels by UTS #46, non-transitional, with every check on, and names the check that failed. */
export function asciiHost(text: string): AsciiHost {
  const host = toASCII(text, STRICT);
  if (host !== null && LDH_NAME.test(host)) return { kind: "host", host };
  return { kind: "refused", code: causeOf(text) };
}

function causeOf(text: string): NameRefusal {
  const host = toASCII(text, LENIENT);
  if (host === null) return "idn-invalid";
  if (host.includes("_")) return "underscore";
  if (!LDH_NAME.test(host)) return "bad-character";
  const labels = host.split(".");
  if (labels.includes("")) return "empty-label";
  if (labels.some((label) => label.length > LONGEST_LABEL)) return "label-too-long";
  if (host.length > LONGEST_NAME) return "too-long";
  return labels.some((label) => /^-|-$|^(?!xn).{2}--/.test(label)) ? "bad-hyphens" : "idn-invalid";
}
