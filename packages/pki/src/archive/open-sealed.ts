import { Integer, type OctetString, Sequence } from "asn1js";
import { type AlgorithmIdentifier, EncryptedContentInfo, getCrypto } from "pkijs";
import { at } from "../der.ts";
import type { Secret } from "../secret.ts";
import { isLegacyCipher, openLegacy } from "./legacy-cipher.ts";
import { unsplit, utf8 } from "./pbes2.ts";

const PBES2 = "1.2.840.113549.1.5.13";
/** What a hostile file may make us compute. */
export const MOST_ROUNDS = 1_000_000;

/** The iteration count inside the parameters of PBES2, or of a PKCS#12 password cipher. */
const roundsOf = ({ algorithmId, algorithmParams }: AlgorithmIdentifier): number => {
  const count = algorithmId === PBES2 ? at(algorithmParams, 0, 1, 1) : at(algorithmParams, 1);
  return count instanceof Integer && !count.valueBlock.isHexOnly ? count.valueBlock.valueDec : Number.POSITIVE_INFINITY;
};

const openPbes2 = async (
  algorithm: AlgorithmIdentifier,
  ciphertext: OctetString,
  passphrase: Secret,
): Promise<Uint8Array | undefined> => {
  const encryptedContentInfo = new EncryptedContentInfo({
    contentEncryptionAlgorithm: algorithm,
    encryptedContent: ciphertext,
  });
  try {
    const crypto = getCrypto(true);
    return new Uint8Array(
      await crypto.decryptEncryptedContentInfo({ password: utf8(passphrase), encryptedContentInfo }),
    );
  } catch {
    return undefined;
  }
};

/** Opens a password-sealed text; undefined when the passphrase is wrong, the way of sealing unknown or the rounds too many. */
export const openSealed = async (
  algorithm: AlgorithmIdentifier,
  ciphertext: ArrayBuffer,
  passphrase: Secret,
): Promise<Uint8Array | undefined> => {
  if (roundsOf(algorithm) > MOST_ROUNDS) return undefined;
  const whole = unsplit(ciphertext);
  if (!isLegacyCipher(algorithm.algorithmId)) return openPbes2(algorithm, whole, passphrase);
  const sealed = new Sequence({ value: [algorithm.toSchema(), whole] });
  return openLegacy(new Uint8Array(sealed.toBER()), passphrase.reveal());
};
