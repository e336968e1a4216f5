import forge from "node-forge";

/*
 * The password ciphers of PKCS#12 (RFC 7292 appendix C) that native crypto no longer offers or never had: three-key
 * Triple DES and 40-bit RC2 under SHA-1. Only for files that old servers must read, or that old servers wrote.
 */

const TRIPLE_DES = "1.2.840.113549.1.12.1.3";
const RC2_40 = "1.2.840.113549.1.12.1.6";

export const isLegacyCipher = (algorithm: string): boolean => algorithm === TRIPLE_DES || algorithm === RC2_40;

const toForge = (der: Uint8Array): forge.asn1.Asn1 => forge.asn1.fromDer(Buffer.from(der).toString("latin1"));

const fromForge = (value: forge.asn1.Asn1): Uint8Array =>
  new Uint8Array(Buffer.from(forge.asn1.toDer(value).getBytes(), "latin1"));

/** Seals a PKCS#8 key into an EncryptedPrivateKeyInfo with Triple DES. */
export const sealLegacy = (pkcs8: Uint8Array, passphrase: string, rounds: number): Uint8Array =>
  fromForge(forge.pki.encryptPrivateKeyInfo(toForge(pkcs8), passphrase, { algorithm: "3des", count: rounds }));

/** Opens a SEQUENCE of algorithm and ciphertext, whose plaintext is one ASN.1 value; undefined when the passphrase is wrong. */
export const openLegacy = (sealed: Uint8Array, passphrase: string): Uint8Array | undefined => {
  try {
    const plain = forge.pki.decryptPrivateKeyInfo(toForge(sealed), passphrase) as forge.asn1.Asn1 | null;
    return plain === null ? undefined : fromForge(plain);
  } catch {
    return undefined;
  }
};
