import { X509Certificate } from "node:crypto";
import type { StoredKey } from "../wire.ts";

const toHex = (base64url: string | undefined): string => Buffer.from(base64url ?? "", "base64url").toString("hex");

/** Leading zeros and case are written differently by version. */
const plain = (hex: string): string => hex.toLowerCase().replace(/^0+/, "");

const pointsOf = (x: string, y: string): readonly string[] => {
  const isOdd = Number.parseInt(y.slice(-1), 16) % 2 === 1;
  return [`${isOdd ? "03" : "02"}${x}`, `04${x}${y}`];
};

/**
 * How the store of an account calls the public half of a certificate's key, in every form it may be written: the modulus
 * of RSA, the point of an elliptic curve compressed or whole, in hexadecimal digits.
 */
export const keyMarksOf = (certificate: string): readonly string[] => {
  const { n, x, y } = new X509Certificate(certificate).publicKey.export({ format: "jwk" });
  const forms = n === undefined ? pointsOf(toHex(x), toHex(y)) : [toHex(n)];
  return forms.map(plain);
};

export const isMarked = ({ modulus, ecdsa_public: point }: StoredKey, marks: readonly string[]): boolean =>
  marks.includes(plain(modulus || point || "none"));
