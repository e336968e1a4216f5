import { createHash, timingSafeEqual } from "node:crypto";
import type { Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";

const ID_BYTES = 6;
const SECRET_BYTES = 32;
const FORM = /^hsk_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** What a program shows with every request: `hsk_<id of the key>_<32 random bytes>`. Only its digest is kept. */
export type NewToken = { readonly id: string; readonly token: Secret; readonly digest: string };

const digestOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const newToken = (random: Random): NewToken => {
  const id = Buffer.from(random.bytes(ID_BYTES)).toString("hex");
  const token = `hsk_${id}_${Buffer.from(random.bytes(SECRET_BYTES)).toString("base64url")}`;
  return { id, token: new Secret(token), digest: digestOf(token) };
};

/** The key that a token claims to be of; nothing for a text that is no token. */
export const keyIdIn = (token: string): string | undefined => FORM.exec(token)?.[1];

export const isToken = (token: string, digest: string): boolean => {
  const [shown, kept] = [Buffer.from(digestOf(token)), Buffer.from(digest)];
  return shown.length === kept.length && timingSafeEqual(shown, kept);
};
