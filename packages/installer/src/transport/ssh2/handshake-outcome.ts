import type { Failure } from "@hostseal/core";
import { failure } from "@hostseal/core";
import type { Client } from "ssh2";
import type { HostKey, HostKeyVerdict } from "../../host-keys/index.ts";
import { toHostKeyFailure } from "../host-key-failure.ts";
import type { Negotiated } from "../nothing-in-common.ts";
import { toNothingInCommon } from "../nothing-in-common.ts";
import type { Offers } from "./offers.ts";
import { missingIn } from "./offers.ts";

/** How one attempt to log in ended. */
export type HandshakeOutcome =
  | { readonly kind: "ready"; readonly client: Client }
  | {
      readonly kind: "host-key";
      readonly key: HostKey;
      readonly verdict: Exclude<HostKeyVerdict, { kind: "known" }>;
    }
  | { readonly kind: "nothing-in-common"; readonly what: Negotiated; readonly offered: readonly string[] }
  /** Closed before the server had said anything: what sshd does beyond MaxStartups. */
  | { readonly kind: "dropped" }
  | { readonly kind: "unauthorised"; readonly evidence: string }
  | { readonly kind: "unreachable"; readonly because: string; readonly evidence: string };

/** How far an attempt had come. */
export type Progress = {
  connected: boolean;
  secured: boolean;
  readonly offers: Offers;
  refused: { readonly key: HostKey; readonly verdict: Exclude<HostKeyVerdict, { kind: "known" }> } | undefined;
};

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens on its SSH port",
  ECONNRESET: "it closed the connection",
  EHOSTUNREACH: "there is no route to it",
  ENETUNREACH: "there is no route to its network",
  ENOTFOUND: "its name has no address",
  EAI_AGAIN: "its name could not be looked up",
  ETIMEDOUT: "it did not answer in time",
};

const textOf = (error: Error, key: "code" | "level"): string => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" ? value : "";
};

const LOGIN_LEVELS: ReadonlySet<string> = new Set(["client-authentication", "agent"]);

/** `error` is what ssh2 emitted first; without one the connection just closed. */
export const toOutcome = (progress: Progress, error?: Error): Exclude<HandshakeOutcome, { kind: "ready" }> => {
  if (progress.refused) return { kind: "host-key", ...progress.refused };
  const evidence = error?.message ?? "";
  const what = missingIn(evidence);
  if (what) return { kind: "nothing-in-common", what, offered: progress.offers.get(what) ?? [] };
  const level = error ? textOf(error, "level") : "";
  if (LOGIN_LEVELS.has(level) || /too many authentication failures/i.test(evidence))
    return { kind: "unauthorised", evidence };
  if (level === "client-timeout") return { kind: "unreachable", because: "it did not answer in time", evidence };
  const code = error ? textOf(error, "code") : "";
  if (progress.offers.size === 0 && (progress.connected || code === "ECONNRESET")) return { kind: "dropped" };
  const because = progress.secured ? "it closed the connection while we logged in" : "it closed the connection";
  return { kind: "unreachable", because: REASONS[code] ?? because, evidence };
};

export const toConnectFailure = (host: string, outcome: Exclude<HandshakeOutcome, { kind: "ready" }>): Failure => {
  switch (outcome.kind) {
    case "host-key":
      return toHostKeyFailure(host, outcome.verdict);
    case "nothing-in-common":
      return toNothingInCommon(host, outcome.what, outcome.offered);
    case "unauthorised":
      return failure("host.unauthorised", { host }, { evidence: outcome.evidence });
    case "dropped":
      return failure("host.unreachable", {
        host,
        because: "it closes new connections at once, as when it has too many",
      });
    case "unreachable":
      return failure("host.unreachable", { host, because: outcome.because }, { evidence: outcome.evidence });
  }
};
