import { createHash, type KeyObject } from "node:crypto";

/** A digest as lower-case hex. */
export const hexDigest = (hash: "md5" | "sha1" | "sha256", bytes: Uint8Array): string =>
  createHash(hash).update(bytes).digest("hex");

/** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) of a public key, as DER. */
export const spkiOf = (publicKey: KeyObject): Uint8Array => publicKey.export({ type: "spki", format: "der" });

/** The name by which a key pair is known everywhere: hex SHA-256 of its SubjectPublicKeyInfo. */
export const publicKeySha256 = (publicKey: KeyObject): string => hexDigest("sha256", spkiOf(publicKey));
