import { createHash, timingSafeEqual } from "node:crypto";
import type { Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";

/** A login key: whose it is, and which commands it allows; all of them when it does not say. */
export type LoginKey = { readonly holder: string; readonly secret: Secret; readonly denied: readonly string[] };

/** Who calls, and what the call may be. */
export type Caller = {
  /** Whose domains are meant: an administrator may act as anybody. */
  readonly user: string;
  readonly role: "user" | "reseller" | "admin";
  allows(command: string): boolean;
};

/** Somebody who is logged in with a browser: two values, which the cookie carries. */
export type Session = {
  readonly id: string;
  readonly key: string;
  readonly user: string;
  readonly role: Caller["role"];
};

export const ADMINISTRATOR = "admin";
const SECRET_BYTES = 24;
const BASIC = /^Basic ([A-Za-z0-9+/=]+)$/;

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

export const newSecret = (random: Random): Secret =>
  new Secret(Buffer.from(random.bytes(SECRET_BYTES)).toString("base64url"));

export const newLoginKey = (holder: string, random: Random, denied: readonly string[] = []): LoginKey => ({
  holder,
  secret: newSecret(random),
  denied,
});

const toCaller = (user: string, { holder, denied }: Pick<LoginKey, "holder" | "denied">): Caller => ({
  user,
  role: holder === ADMINISTRATOR && user === ADMINISTRATOR ? "admin" : "user",
  allows: (command) => !denied.includes(command),
});

/** Who is meant by an `Authorization` header: `user:secret`, or `administrator|user:secret`. */
export const callerIn = (
  header: string | undefined,
  keys: readonly LoginKey[],
  isCareless: boolean,
): Caller | undefined => {
  const pair = Buffer.from(BASIC.exec(header ?? "")?.[1] ?? "", "base64").toString();
  const cut = pair.indexOf(":");
  const [login, secret] = [pair.slice(0, cut), pair.slice(cut + 1)];
  const [holder = "", user = holder] = login.split("|");
  if (cut < 0 || (holder !== user && holder !== ADMINISTRATOR)) return undefined;
  if (isCareless) return toCaller(user, { holder, denied: [] });
  const key = keys.find((one) => one.holder === holder && timingSafeEqual(digest(one.secret.reveal()), digest(secret)));
  return key && toCaller(user, key);
};

const COOKIE = /(?:^|; )session=([^;]+); key=([^;]+)/;

/** Who is meant by a `Cookie` header. */
export const callerInCookie = (header: string | undefined, sessions: readonly Session[]): Caller | undefined => {
  const [, id, key] = COOKIE.exec(header ?? "") ?? [];
  const session = sessions.find((one) => one.id === id && one.key === key);
  return session && { user: session.user, role: session.role, allows: () => true };
};
