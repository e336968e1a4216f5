import { createHmac, timingSafeEqual } from "node:crypto";
import type { Secret } from "@hostseal/pki";
import { z } from "zod";
import { keyBytes } from "./signing-key.ts";

/** `server`, or `account:` with the generation. */
const kid = z.union([
  z.literal("server").transform(() => ({ kind: "server" as const })),
  z
    .string()
    .regex(/^account:(?:0|[1-9]\d{0,14})$/)
    .transform((text) => ({ kind: "account" as const, generation: Number(text.slice("account:".length)) })),
]);

/** RFC 7515 §4.1. One algorithm, so that there is nothing to choose. */
const header = z.strictObject({ alg: z.literal("HS256"), kid, typ: z.literal("hostseal-sign-on+jwt") });

export type Signer = z.output<typeof kid>;

/** An assertion taken apart, nothing of it believed yet. */
export type OpenedToken = {
  readonly signer: Signer;
  readonly issuer: string;
  readonly payload: unknown;
  readonly signed: string;
  readonly mac: Buffer;
};

const LONGEST = 8_192;
const PARTS = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

const json = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return undefined;
  }
};

const peek = z.object({ iss: z.string() });

/** Nothing for what is no assertion at all. */
export const openToken = (text: string): OpenedToken | undefined => {
  const [, head = "", body = "", tail = ""] = (text.length <= LONGEST && PARTS.exec(text)) || [];
  const [read, payload] = [header.safeParse(json(head)), json(body)];
  const issuer = peek.safeParse(payload);
  if (!read.success || !issuer.success) return undefined;
  const mac = Buffer.from(tail, "base64url");
  return { signer: read.data.kid, issuer: issuer.data.iss, payload, signed: `${head}.${body}`, mac };
};

const macOf = (signed: string, key: Secret): Buffer => createHmac("sha256", keyBytes(key)).update(signed).digest();

/** Whether this key signed it; takes as long when it did not. */
export const isSignedBy = ({ signed, mac }: OpenedToken, key: Secret): boolean => {
  const wanted = macOf(signed, key);
  return mac.length === wanted.length && timingSafeEqual(mac, wanted);
};

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Members in alphabetical order and without spaces, so that every language writes the same bytes. */
const inOrder = (value: object): object =>
  Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));

export const writeToken = (signer: Signer, payload: object, key: Secret): string => {
  const kidText = signer.kind === "server" ? "server" : `account:${signer.generation}`;
  const signed = `${encode({ alg: "HS256", kid: kidText, typ: "hostseal-sign-on+jwt" })}.${encode(inOrder(payload))}`;
  return `${signed}.${macOf(signed, key).toString("base64url")}`;
};
