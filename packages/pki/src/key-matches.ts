import { createPublicKey } from "node:crypto";
import { publicKeySha256 } from "./digest.ts";
import { readCertificate } from "./read-certificate.ts";
import { type PrivateKeySource, toKeyObject } from "./signing-key.ts";

/**
 * Whether a certificate was issued for this key pair. The key is a private key, or the hex SHA-256 of its public half.
 * False when the certificate cannot be read.
 * @throws TypeError when the private key cannot be read.
 */
export const keyMatches = (certificatePem: string, key: PrivateKeySource | string): boolean => {
  const wanted = typeof key === "string" ? key.toLowerCase() : publicKeySha256(createPublicKey(toKeyObject(key)));
  const read = readCertificate(certificatePem);
  return read.kind === "certificate" && read.certificate.publicKeySha256 === wanted;
};
