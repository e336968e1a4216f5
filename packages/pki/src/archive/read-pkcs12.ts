import type { Secret } from "../secret.ts";

/** Why bytes are no PKCS#12 file that can be used. */
export type Pkcs12Flaw =
  /** More than 1 MiB, or more than 64 bags. */
  | "too-large"
  /** Not a PFX structure (RFC 7292). */
  | "not-pkcs12"
  /** Sealed in a way not known here, with more than a million rounds, or broken inside. */
  | "unsupported-protection"
  | "no-key"
  | "several-keys";

export type ReadPkcs12 =
  | {
      readonly kind: "opened";
      /** PKCS#8 PEM, unencrypted. */
      readonly key: Secret;
      /** PEMs: the certificate of the key first, the others as they stood in the file. */
      readonly certificates: readonly string[];
    }
  | { readonly kind: "wrong-passphrase" }
  | { readonly kind: "malformed"; readonly because: Pkcs12Flaw };

const LARGEST = 1_048_576;

/** Opens a PKCS#12 file as current software writes it (PBES2), or as old software did (Triple DES, 40-bit RC2). Never throws. */
export const readPkcs12 = async (bytes: Uint8Array, passphrase: Secret): Promise<ReadPkcs12> => {
  if (bytes.length > LARGEST) return { kind: "malformed", because: "too-large" };
  const { openPkcs12 } = await import("./open-pkcs12.ts");
  return openPkcs12(bytes, passphrase);
};
