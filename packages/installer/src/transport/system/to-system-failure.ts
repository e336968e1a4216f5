import type { Failure } from "@hostseal/core";
import { failure } from "@hostseal/core";
import { toHostKeyFailure } from "../host-key-failure.ts";
import type { Negotiated } from "../nothing-in-common.ts";
import { toNothingInCommon } from "../nothing-in-common.ts";
import type { HostTrust } from "../host-trust.ts";
import { hostKeyFingerprint } from "../../host-keys/index.ts";
import type { Hop } from "./ssh-config-text.ts";

export type TrustedHop = Hop & { readonly trust: HostTrust };

const NEGOTIATION = /^Unable to negotiate with .*: no matching (.+?) found\. Their offer: (.*?)\r?$/m;
const FINGERPRINT = /^debug1: Server host key: (\S+) (SHA256:\S+?)\r?$/gm;
const REFUSED_KEY = /^(?:Host key verification failed\.|.*REVOKED HOST KEY.*)\r?$/m;
const REVOKED = /REVOKED HOST KEY|Host key .* was revoked|revoked by file/i;
const LOGIN = /Permission denied|Too many authentication failures|No more authentication methods/;
const CONNECTED_TO = /^debug1: Authenticated to /gm;

const KINDS: readonly (readonly [RegExp, Negotiated])[] = [
  [/key exchange/, "key exchange"],
  [/host key/, "host key type"],
  [/cipher/, "cipher"],
  [/MAC/, "message authentication"],
];

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/Connection refused/, "nothing listens on its SSH port"],
  [/No route to host/, "there is no route to it"],
  [/Network is unreachable/, "there is no route to its network"],
  [/Could not resolve hostname|Name or service not known/, "its name has no address"],
  [/timed out/i, "it did not answer in time"],
  [/stdio forwarding failed|open failed/, "the jump host before it cannot reach it"],
  [/Bad configuration option|Unsupported option/, "the system's ssh is too old for what we ask of it"],
  [/Connection reset|Connection closed|kex_exchange_identification/, "it closed the connection"],
];

/** What ssh said on its way, without the trace: for people who want to see the original. */
const evidenceIn = (errors: string): string =>
  errors
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("debug"))
    .slice(-6)
    .join("\n");

/** The server shown last is the one that ssh stopped at. */
export const lastShownKey = (errors: string): { readonly type: string; readonly fingerprint: string } | undefined => {
  const [, type, fingerprint] = [...errors.matchAll(FINGERPRINT)].at(-1) ?? [];
  return type !== undefined && fingerprint !== undefined ? { type, fingerprint } : undefined;
};

/** As many logins as there are servers before the one that failed. */
const failedHop = (hops: readonly TrustedHop[], errors: string): TrustedHop | undefined =>
  hops[Math.min([...errors.matchAll(CONNECTED_TO)].length, hops.length - 1)];

const refusedKey = ({ target, trust }: TrustedHop, errors: string): Failure => {
  const seen = lastShownKey(errors)?.fingerprint ?? "no fingerprint";
  if (REVOKED.test(errors)) return toHostKeyFailure(target.host, { kind: "revoked", seen });
  const { source } = trust;
  const known = source.kind === "fingerprint" ? [source.sha256] : source.trusted.map(hostKeyFingerprint);
  return toHostKeyFailure(target.host, known.length > 0 ? { kind: "changed", known, seen } : { kind: "unknown", seen });
};

/** Whether sshd dropped us before a word was said, as it does beyond MaxStartups. */
export const wasDropped = (errors: string): boolean =>
  /Connection (?:closed|reset)|Broken pipe/.test(errors) && !/^debug1: Remote protocol version/m.test(errors);

/** Our words for what the system's ssh wrote to its standard error before it gave up. */
export const toSystemFailure = (hops: readonly TrustedHop[], errors: string): Failure => {
  const hop = failedHop(hops, errors);
  if (hop === undefined) throw new TypeError("Nobody was called.");
  const { host } = hop.target;
  const [, what, offer] = NEGOTIATION.exec(errors) ?? [];
  if (what !== undefined && offer !== undefined) {
    const kind = KINDS.find(([pattern]) => pattern.test(what))?.[1] ?? "compression";
    return toNothingInCommon(host, kind, offer.split(","));
  }
  const evidence = evidenceIn(errors);
  if (REFUSED_KEY.test(errors)) return refusedKey(hop, errors);
  if (LOGIN.test(errors)) return failure("host.unauthorised", { host }, { evidence });
  const because = REASONS.find(([pattern]) => pattern.test(errors))?.[1] ?? "the system's ssh gave up";
  return failure("host.unreachable", { host, because }, { evidence });
};
