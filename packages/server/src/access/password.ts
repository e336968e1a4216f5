import { scrypt, timingSafeEqual } from "node:crypto";
import type { Random } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";

/** OWASP Password Storage Cheat Sheet: scrypt with N = 2^16, r = 8, p = 2. Each takes 64 MiB, and four run at once. */
const COST = { N: 2 ** 16, r: 8, p: 2 } as const;
/** Says with which cost a hash was made, so that another can follow. */
const MARK = "scrypt-16-8-2";
const MEMORY = 256 * COST.N * COST.r;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Nobody remembers a longer one, and whoever sends one wants the server to work. */
const LONGEST = 256;
export const SHORTEST_PASSWORD = 12;

/** Whether a password may be chosen: long enough to withstand guessing (NIST SP 800-63B §3.1.1.2). */
export const isLongEnough = (password: Secret): boolean => {
  const { length } = password.reveal();
  return length >= SHORTEST_PASSWORD && length <= LONGEST;
};

const derive = (password: Secret, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const text = password.reveal().normalize("NFKC").slice(0, LONGEST);
    scrypt(text, salt, HASH_BYTES, { ...COST, maxmem: MEMORY }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** What is kept of a password: `scrypt-16-8-2$<salt>$<hash>`. */
export const hashPassword = async (password: Secret, random: Random): Promise<string> => {
  const salt = random.bytes(SALT_BYTES);
  return `${MARK}$${base64(salt)}$${base64(await derive(password, salt))}`;
};

/** Takes as long for a user whom nobody knows as for one who is known. */
export const isPassword = async (password: Secret, kept: string | undefined): Promise<boolean> => {
  const [, salt = "", hash = ""] = kept?.split("$") ?? [];
  const derived = await derive(password, Buffer.from(salt, "base64url"));
  const expected = Buffer.from(hash, "base64url");
  return expected.length === derived.length && timingSafeEqual(expected, derived);
};
