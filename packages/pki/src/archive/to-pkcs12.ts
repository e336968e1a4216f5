import { keyMatches } from "../key-matches.ts";
import { certificateBlocks } from "../split-pem.ts";
import type { PrivateKeySource } from "../signing-key.ts";
import type { Secret } from "../secret.ts";

/**
 * `modern`: AES-256 and SHA-256 for key, certificates and integrity; for current software.
 * `legacy`: Triple DES for the key, plain certificates, SHA-1; only for what cannot read the other.
 */
export type Pkcs12Profile = "modern" | "legacy";

export type Pkcs12Wish = {
  readonly key: PrivateKeySource;
  readonly certificate: string;
  /** The certificates between it and the root, in order. */
  readonly chain: readonly string[];
  readonly passphrase: Secret;
  readonly profile: Pkcs12Profile;
  /** The name under which key stores list it. */
  readonly friendlyName?: string;
};

/**
 * A PKCS#12 file (RFC 7292), also called PFX, with a key, its certificate and the chain.
 * @throws TypeError when the key is not that of the certificate, a certificate cannot be read, or the passphrase is empty
 */
export const toPkcs12 = async (wish: Pkcs12Wish): Promise<Uint8Array> => {
  if (wish.passphrase.reveal() === "") throw new TypeError("A PKCS#12 file needs a passphrase");
  if (!keyMatches(wish.certificate, wish.key)) throw new TypeError("The private key is not that of the certificate");
  const certificates = [wish.certificate, ...wish.chain].map((pem) => certificateBlocks(pem)[0]);
  if (certificates.includes(undefined)) throw new TypeError("A certificate of the chain cannot be read");
  const { writePkcs12 } = await import("./write-pkcs12.ts");
  return writePkcs12(
    wish,
    certificates.filter((der) => der !== undefined),
  );
};
