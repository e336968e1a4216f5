import { createPrivateKey, createPublicKey, type KeyObject, type webcrypto } from "node:crypto";
import type { PrivateKey } from "./make-key.ts";
import { isSecret, type Secret } from "./secret.ts";

/** A private key as made by `makeKey`, or any unencrypted private key PEM (PKCS#8, PKCS#1, SEC 1) in a Secret. */
export type PrivateKeySource = PrivateKey | Secret;

/** What signs: both halves of the pair, and how they sign (SHA-384 for P-384, SHA-256 for the rest). */
export type SigningKey = {
  readonly keys: webcrypto.CryptoKeyPair;
  readonly algorithm: { readonly name: string; readonly hash: string };
};

const EC = {
  prime256v1: { namedCurve: "P-256", hash: "SHA-256" },
  secp384r1: { namedCurve: "P-384", hash: "SHA-384" },
} as const;

/** @throws TypeError when the PEM is not an unencrypted private key; the text never enters the message. */
export const toKeyObject = (source: PrivateKeySource): KeyObject => {
  const pem = isSecret(source) ? source : source.pem;
  try {
    return createPrivateKey(pem.reveal());
  } catch {
    throw new TypeError("The private key is not an unencrypted PEM private key");
  }
};

const algorithmOf = (key: KeyObject) => {
  if (key.asymmetricKeyType === "rsa") return { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (curve === "prime256v1" || curve === "secp384r1") return { name: "ECDSA", ...EC[curve] };
  throw new TypeError("Only RSA, P-256 and P-384 keys sign requests and certificates");
};

/** @throws TypeError when the key is of a kind no public CA takes. */
export const toSigningKey = (source: PrivateKeySource): SigningKey => {
  const key = toKeyObject(source);
  const algorithm = algorithmOf(key);
  return {
    keys: {
      privateKey: key.toCryptoKey(algorithm, false, ["sign"]),
      publicKey: createPublicKey(key).toCryptoKey(algorithm, true, ["verify"]),
    },
    algorithm,
  };
};
