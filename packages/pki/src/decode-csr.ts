import type { CsrFacts } from "./csr-facts.ts";
import { fromBase64, type PemBlock, pemBlocks } from "./pem.ts";
import { readCsr } from "./read-csr.ts";

/** Why a pasted text is no certificate request. */
export type CsrFlaw =
  /** Nothing, or only spaces. */
  | "empty"
  /** More than 64 KiB: no request is that long. */
  | "too-large"
  /** A private key is in the text. It must be treated as lost, even when a request stands beside it. */
  | "private-key-pasted"
  /** A certificate was pasted instead of the request it came from. */
  | "certificate-pasted"
  /** A PKCS#7 bundle was pasted. */
  | "pkcs7-pasted"
  /** A bare public key was pasted. */
  | "public-key-pasted"
  /** More than one request, and they differ. */
  | "several-requests"
  /** No armour and no base64. */
  | "no-request"
  /** Only one of the BEGIN and END lines. */
  | "cut-off"
  /** Between the markers stands something that is not base64. */
  | "not-base64"
  /** The bytes are not a PKCS#10 structure. */
  | "not-a-request"
  /** The public key cannot be read: damaged, or of an unknown kind. */
  | "unreadable-key";

export type DecodedCsr =
  | { readonly kind: "csr"; readonly csr: CsrFacts }
  | { readonly kind: "malformed"; readonly because: CsrFlaw };

const LONGEST_TEXT = 65_536;
const REQUEST_LABELS: ReadonlySet<string> = new Set(["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"]);

const PASTED: Readonly<Record<string, CsrFlaw>> = {
  CERTIFICATE: "certificate-pasted",
  "X509 CERTIFICATE": "certificate-pasted",
  "TRUSTED CERTIFICATE": "certificate-pasted",
  PKCS7: "pkcs7-pasted",
  CMS: "pkcs7-pasted",
  "PUBLIC KEY": "public-key-pasted",
};

const malformed = (because: CsrFlaw): DecodedCsr => ({ kind: "malformed", because });

const flawWithoutRequest = (text: string, blocks: readonly PemBlock[]): CsrFlaw => {
  const pasted = blocks.map(({ label }) => PASTED[label]).find((flaw) => flaw !== undefined);
  if (pasted) return pasted;
  return /-----(BEGIN|END) /.test(text) ? "cut-off" : "no-request";
};

const requestBytes = (text: string): Uint8Array | CsrFlaw => {
  const blocks = pemBlocks(text);
  const requests = blocks.filter(({ label }) => REQUEST_LABELS.has(label));
  if (requests.length === 0) return fromBase64(text) ?? flawWithoutRequest(text, blocks);
  const distinct = new Set(requests.map(({ der }) => der && Buffer.from(der).toString("hex")));
  if (distinct.size > 1) return "several-requests";
  return requests[0]?.der ?? "not-base64";
};

/**
 * Reads a certificate request from whatever a person pasted: CRLF, indentation, one long line, escaped line ends, text around it,
 * or bare base64 without armour. Says what else it was when it was something else. Never throws.
 */
export const decodeCsr = (text: string): DecodedCsr => {
  if (text.length > LONGEST_TEXT) return malformed("too-large");
  const plain = text.replaceAll(String.raw`\r`, "").replaceAll(String.raw`\n`, "\n");
  if (plain.trim() === "") return malformed("empty");
  if (/PRIVATE KEY-----/.test(plain)) return malformed("private-key-pasted");
  const der = requestBytes(plain);
  if (typeof der === "string") return malformed(der);
  const csr = readCsr(der);
  return typeof csr === "string" ? malformed(csr) : { kind: "csr", csr };
};
