import { constants, type KeyObject, verify } from "node:crypto";

/** How something is signed: the scheme and the hash, as far as the algorithm identifier tells. */
export type SignatureScheme = {
  readonly scheme: "rsa" | "rsa-pss" | "ecdsa" | "dsa" | "eddsa" | "unknown";
  /** `md5`, `sha1`, `sha256` …; absent when the scheme has its own (EdDSA) or the identifier is unknown. */
  readonly hash?: string;
};

/** RFC 8017 appendix A.2.4, RFC 5758 §3.2, RFC 8410 §3, FIPS 186. */
const SCHEMES: Readonly<Record<string, SignatureScheme>> = {
  "1.2.840.113549.1.1.2": { scheme: "rsa", hash: "md2" },
  "1.2.840.113549.1.1.4": { scheme: "rsa", hash: "md5" },
  "1.2.840.113549.1.1.5": { scheme: "rsa", hash: "sha1" },
  "1.2.840.113549.1.1.10": { scheme: "rsa-pss" },
  "1.2.840.113549.1.1.11": { scheme: "rsa", hash: "sha256" },
  "1.2.840.113549.1.1.12": { scheme: "rsa", hash: "sha384" },
  "1.2.840.113549.1.1.13": { scheme: "rsa", hash: "sha512" },
  "1.2.840.113549.1.1.14": { scheme: "rsa", hash: "sha224" },
  "1.2.840.10045.4.1": { scheme: "ecdsa", hash: "sha1" },
  "1.2.840.10045.4.3.1": { scheme: "ecdsa", hash: "sha224" },
  "1.2.840.10045.4.3.2": { scheme: "ecdsa", hash: "sha256" },
  "1.2.840.10045.4.3.3": { scheme: "ecdsa", hash: "sha384" },
  "1.2.840.10045.4.3.4": { scheme: "ecdsa", hash: "sha512" },
  "1.2.840.10040.4.3": { scheme: "dsa", hash: "sha1" },
  "2.16.840.1.101.3.4.3.1": { scheme: "dsa", hash: "sha224" },
  "2.16.840.1.101.3.4.3.2": { scheme: "dsa", hash: "sha256" },
  "1.3.101.112": { scheme: "eddsa" },
  "1.3.101.113": { scheme: "eddsa" },
};

export type Signed = {
  readonly algorithm: string | undefined;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly publicKey: KeyObject;
};

export type SignatureCheck = SignatureScheme & { readonly valid: boolean };

const verifies = ({ message, signature, publicKey }: Signed, hash: string | null, padding?: number): boolean => {
  try {
    return verify(hash, message, padding === undefined ? publicKey : { key: publicKey, padding }, signature);
  } catch {
    return false;
  }
};

/** PSS names its hash in parameters; trying the four that exist in practice is simpler and just as sure. */
const checkPss = (signed: Signed): SignatureCheck => {
  const hash = ["sha256", "sha384", "sha512", "sha1"].find((candidate) =>
    verifies(signed, candidate, constants.RSA_PKCS1_PSS_PADDING),
  );
  return { scheme: "rsa-pss", valid: hash !== undefined, ...(hash && { hash }) };
};

const KEY_KINDS: Readonly<Record<SignatureScheme["scheme"], readonly string[]>> = {
  rsa: ["rsa"],
  "rsa-pss": ["rsa", "rsa-pss"],
  ecdsa: ["ec"],
  dsa: ["dsa"],
  eddsa: ["ed25519", "ed448"],
  unknown: [],
};

/** Whether the message is signed by the key, and how. Never throws: what cannot be verified is not valid. */
export const checkSignature = (signed: Signed): SignatureCheck => {
  const scheme = SCHEMES[signed.algorithm ?? ""] ?? { scheme: "unknown" };
  const fits = KEY_KINDS[scheme.scheme].includes(signed.publicKey.asymmetricKeyType ?? "");
  if (!fits) return { ...scheme, valid: false };
  return scheme.scheme === "rsa-pss" ? checkPss(signed) : { ...scheme, valid: verifies(signed, scheme.hash ?? null) };
};
