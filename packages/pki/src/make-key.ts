import { createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { publicKeySha256 } from "./digest.ts";
import { Secret } from "./secret.ts";

/** The keys every public CA takes: RSA by modulus length, ECDSA by curve (BR §6.1.5). */
export const KEY_TYPES = ["rsa-2048", "rsa-3072", "rsa-4096", "ec-p256", "ec-p384"] as const;
export type KeyType = (typeof KEY_TYPES)[number];

export type PrivateKey = {
  readonly type: KeyType;
  /** PKCS#8, unencrypted. */
  readonly pem: Secret;
  /** SubjectPublicKeyInfo. */
  readonly publicKeyPem: string;
  /** Hex SHA-256 of the SubjectPublicKeyInfo DER. */
  readonly publicKeySha256: string;
};

const generate = promisify(generateKeyPair);

const RSA_BITS = { "rsa-2048": 2048, "rsa-3072": 3072, "rsa-4096": 4096 } as const;
const EC_CURVE = { "ec-p256": "P-256", "ec-p384": "P-384" } as const;

const generatePrivateKey = async (type: KeyType): Promise<KeyObject> => {
  const pair =
    type === "ec-p256" || type === "ec-p384"
      ? await generate("ec", { namedCurve: EC_CURVE[type] })
      : await generate("rsa", { modulusLength: RSA_BITS[type], publicExponent: 65_537 });
  return pair.privateKey;
};

/** A fresh key pair from the native generator. RSA runs on the thread pool: tens of milliseconds for 2048 bits, half a second for 4096. */
export const makeKey = async (type: KeyType): Promise<PrivateKey> => {
  const key = await generatePrivateKey(type);
  const publicKey = createPublicKey(key);
  return {
    type,
    pem: new Secret(key.export({ type: "pkcs8", format: "pem" }).toString()),
    publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    publicKeySha256: publicKeySha256(publicKey),
  };
};
