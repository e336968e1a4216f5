import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import type { Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";

const MARK = "hostseal-keepsake-1";
const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyFrom = (credential: Secret, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", credential.reveal(), salt, MARK, KEY_BYTES));

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/**
 * Seals a text for whoever has the same credential (AES-256-GCM, key by HKDF-SHA256): what lies in a customer's home is
 * worth nothing to those who can only read files there. `purpose` is needed again to open it.
 */
export const seal = (
  text: Secret,
  { credential, purpose, random }: { readonly credential: Secret; readonly purpose: string; readonly random: Random },
): string => {
  const [salt, nonce] = [random.bytes(SALT_BYTES), random.bytes(NONCE_BYTES)];
  const cipher = createCipheriv(CIPHER, keyFrom(credential, salt), nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text.reveal(), "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [MARK, encode(salt), encode(nonce), encode(sealed)].join(".");
};

/** Opens what `seal` made; nothing when the credential or the purpose is another, or the text was changed. */
export const open = (
  sealed: string,
  { credential, purpose }: { readonly credential: Secret; readonly purpose: string },
): Secret | undefined => {
  const [mark, ...parts] = sealed.trim().split(".");
  const [salt, nonce, body] = parts.map((part) => new Uint8Array(Buffer.from(part, "base64url")));
  if (mark !== MARK || !salt || nonce?.length !== NONCE_BYTES || !body || body.length < TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv(CIPHER, keyFrom(credential, salt), nonce).setAAD(Buffer.from(purpose));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    return new Secret(decipher.update(body.subarray(0, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8"));
  } catch {
    return undefined;
  }
};
