import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import type { Random, VaultRef } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import type { Decoded } from "../disk/decoded.ts";
import { decodeRecord, fine, unreadable } from "../disk/decoded.ts";
import type { Codec } from "../disk/durable-file.ts";

const CIPHER = "aes-256-gcm";
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed secret as it lies on disk. The binary parts are base64; the tag is the end of `sealed`. */
export type SealedText = {
  readonly expiresAt: Instant;
  readonly salt: string;
  readonly nonce: string;
  readonly sealed: string;
};

/** What the seal vouches for beside the secret: it opens only under its own reference and with its own expiry. */
type SealContext = { readonly key: Uint8Array; readonly ref: VaultRef };

const contextBytes = (ref: VaultRef, expiresAt: Instant): Buffer => Buffer.from(`${ref}\n${expiresAt}`);

/** A key of its own for every seal (HKDF, RFC 5869), so that no nonce is ever used twice under one key. */
const entryKey = ({ key, ref }: SealContext, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, `hostseal vault ${ref}`, 32));

/** AES-256-GCM (NIST SP 800-38D) over the text. */
export const sealText = (
  context: SealContext,
  { text, expiresAt, random }: { readonly text: string; readonly expiresAt: Instant; readonly random: Random },
): SealedText => {
  const salt = Buffer.from(random.bytes(SALT_BYTES));
  const nonce = Buffer.from(random.bytes(NONCE_BYTES));
  const cipher = createCipheriv(CIPHER, entryKey(context, salt), nonce);
  cipher.setAAD(contextBytes(context.ref, expiresAt));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return {
    expiresAt,
    salt: salt.toString("base64"),
    nonce: nonce.toString("base64"),
    sealed: sealed.toString("base64"),
  };
};

/** The text, or why the seal does not open. */
export const openSeal = (context: SealContext, { expiresAt, salt, nonce, sealed }: SealedText): Decoded<string> => {
  const bytes = Buffer.from(sealed, "base64");
  const end = Math.max(0, bytes.length - TAG_BYTES);
  try {
    const key = entryKey(context, Buffer.from(salt, "base64"));
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, "base64"), { authTagLength: TAG_BYTES });
    decipher.setAAD(contextBytes(context.ref, expiresAt));
    decipher.setAuthTag(bytes.subarray(end));
    return fine(Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]).toString("utf8"));
  } catch {
    return unreadable("its seal is broken, or it was sealed under another key file");
  }
};

export const sealedTextCodec: Codec<SealedText> = {
  encode: (document) => `${JSON.stringify(document)}\n`,
  decode: (text) => {
    const decoded = decodeRecord(text);
    if (decoded.kind === "unreadable") return decoded;
    const { expiresAt, salt, nonce, sealed } = decoded.value;
    const isText = [salt, nonce, sealed].every((part) => typeof part === "string");
    return isText && typeof expiresAt === "number"
      ? fine(decoded.value as SealedText)
      : unreadable("it is not a sealed secret");
  },
};
