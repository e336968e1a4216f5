import { OctetString } from "asn1js";
import { PKCS8ShroudedKeyBag, PrivateKeyInfo } from "pkijs";
import { type PrivateKeySource, toKeyObject } from "../signing-key.ts";
import type { Secret } from "../secret.ts";

/** How PBES2 (RFC 8018 §6.2) seals here, in the words of pkijs. */
export const pbes2 = (passphrase: Secret, rounds: number) => ({
  password: utf8(passphrase),
  contentEncryptionAlgorithm: { name: "AES-CBC", length: 256 } as const,
  hmacHashAlgorithm: "SHA-256",
  iterationCount: rounds,
});

/** A passphrase as the bytes a key is derived from. */
export const utf8 = (passphrase: Secret): ArrayBuffer =>
  new Uint8Array(Buffer.from(passphrase.reveal(), "utf8")).buffer;

/** PKCS#8, unencrypted. */
export const pkcs8Of = (key: PrivateKeySource): Uint8Array =>
  new Uint8Array(toKeyObject(key).export({ type: "pkcs8", format: "der" }));

/** Ciphertext in one piece: pkijs cuts it into a constructed string, which is no DER and stops strict readers. */
export const unsplit = (ciphertext: ArrayBuffer): OctetString => new OctetString({ valueHex: ciphertext });

/** An EncryptedPrivateKeyInfo (RFC 5958 §3): AES-256-CBC under PBKDF2 with HMAC-SHA-256. */
export const sealKey = async (
  key: PrivateKeySource,
  passphrase: Secret,
  rounds: number,
): Promise<PKCS8ShroudedKeyBag> => {
  const bag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(pkcs8Of(key)) });
  await bag.makeInternalValues(pbes2(passphrase, rounds));
  bag.encryptedData = unsplit(bag.encryptedData.getValue());
  return bag;
};
