import { createHash } from "node:crypto";

/** A public host key as SSH sends it (RFC 4253 §6.6): the blob begins with its own type. */
export type HostKey = { readonly type: string; readonly blob: Uint8Array };

const LENGTH_BYTES = 4;
const LONGEST_TYPE = 64;
const TYPE = /^[\x21-\x7e]+$/;

/** Reads the type from the blob itself; nothing when it is no key at all. */
export const toHostKey = (blob: Uint8Array): HostKey | undefined => {
  const bytes = Buffer.from(blob);
  if (bytes.length < LENGTH_BYTES) return undefined;
  const length = bytes.readUInt32BE(0);
  if (length === 0 || length > LONGEST_TYPE || bytes.length <= LENGTH_BYTES + length) return undefined;
  const type = bytes.toString("latin1", LENGTH_BYTES, LENGTH_BYTES + length);
  return TYPE.test(type) ? { type, blob: bytes } : undefined;
};

/** `SHA256:` and the unpadded base64 of the digest, as `ssh-keygen -l` prints it. */
export const hostKeyFingerprint = ({ blob }: HostKey): string =>
  `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`;

export const isSameHostKey = (one: HostKey, other: HostKey): boolean => Buffer.from(one.blob).equals(other.blob);
