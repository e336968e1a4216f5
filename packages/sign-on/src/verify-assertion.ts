import type { Secret } from "@hostseal/pki";
import type { Instant } from "@hostseal/rules";
import { SECOND } from "@hostseal/rules";
import { type Claims, claims as claimsSchema } from "./claims.ts";
import { accountKey } from "./signing-key.ts";
import { isSignedBy, type OpenedToken, openToken } from "./token.ts";

/** A panel server as the app knows it. */
export type PanelServer = {
  readonly key: Secret;
  /** Origins of its panel: the only places that may frame the app, and where customers are sent back to. */
  readonly origins: readonly string[];
};

/** What the app remembers of assertions. Both answers are final, so two workers cannot take the same assertion. */
export type AssertionMemory = {
  /** Notes a number, to be kept until an instant; says whether it was new. */
  useOnce(issuer: string, number: string, until: Instant): Promise<boolean>;
  /** Notes a generation of an account; says whether no later one is known. */
  isCurrent(issuer: string, account: string, generation: number): Promise<boolean>;
};

export type VerifyWith = {
  readonly now: Instant;
  /** The app's own address, which the assertion must be meant for. */
  readonly audience: string;
  readonly serverOf: (id: string) => PanelServer | undefined;
  readonly memory: AssertionMemory;
};

/** Why an assertion is not taken; for the log and for whoever set the panel up, not for whoever sent it. */
export type AssertionRefusal =
  | "malformed"
  | "unknown-server"
  | "wrong-signature"
  | "not-meant-for-this-app"
  | "expired"
  | "not-valid-yet"
  | "valid-too-long"
  | "foreign-return-address"
  | "beyond-its-key"
  | "superseded-account"
  | "used-before";

export type Verified =
  | { readonly kind: "accepted"; readonly claims: Claims; readonly server: PanelServer }
  | { readonly kind: "refused"; readonly because: AssertionRefusal };

/** The longest an assertion may be valid, and how far two clocks may be apart. */
export const LONGEST_LIFE = 60 * SECOND;
export const CLOCK_SKEW = 30 * SECOND;

const timeTrouble = ({ iat, exp }: Claims, now: Instant): AssertionRefusal | undefined => {
  const [issued, expires] = [iat * SECOND, exp * SECOND];
  if (expires - issued > LONGEST_LIFE || expires <= issued) return "valid-too-long";
  if (issued > now + CLOCK_SKEW) return "not-valid-yet";
  return expires + CLOCK_SKEW <= now ? "expired" : undefined;
};

/** The key of an account vouches for that customer being there, and for nothing else. */
const isBeyondItsKey = ({ signer }: OpenedToken, { role, event }: Claims): boolean =>
  signer.kind === "account" && (role !== "customer" || event !== undefined);

const isForeign = ({ return_to: address }: Claims, { origins }: PanelServer): boolean =>
  address !== undefined && !origins.includes(new URL(address).origin);

const troubleWith = (
  token: OpenedToken,
  claims: Claims,
  server: PanelServer,
  { now, audience }: VerifyWith,
): AssertionRefusal | undefined => {
  if (claims.aud !== audience) return "not-meant-for-this-app";
  if (isBeyondItsKey(token, claims)) return "beyond-its-key";
  if (isForeign(claims, server)) return "foreign-return-address";
  return timeTrouble(claims, now);
};

const keyOf = ({ signer }: OpenedToken, { sub }: Claims, { key }: PanelServer): Secret =>
  signer.kind === "server" ? key : accountKey(key, sub, signer.generation);

const memoryTrouble = async (
  { signer }: OpenedToken,
  { iss, sub, jti, exp }: Claims,
  { memory }: VerifyWith,
): Promise<AssertionRefusal | undefined> => {
  if (signer.kind === "account" && !(await memory.isCurrent(iss, sub, signer.generation))) return "superseded-account";
  return (await memory.useOnce(iss, jti, exp * SECOND + CLOCK_SKEW)) ? undefined : "used-before";
};

const refused = (because: AssertionRefusal): Verified => ({ kind: "refused", because });

/** Takes an assertion once, when all of it is right. Nothing is remembered of one that is not signed rightly. */
export const verifyAssertion = async (text: string, wish: VerifyWith): Promise<Verified> => {
  const token = openToken(text);
  if (!token) return refused("malformed");
  const server = wish.serverOf(token.issuer);
  if (!server) return refused("unknown-server");
  const read = claimsSchema.safeParse(token.payload);
  if (!read.success) return refused("malformed");
  const claims = read.data;
  if (!isSignedBy(token, keyOf(token, claims, server))) return refused("wrong-signature");
  const trouble = troubleWith(token, claims, server, wish) ?? (await memoryTrouble(token, claims, wish));
  return trouble === undefined ? { kind: "accepted", claims, server } : refused(trouble);
};
