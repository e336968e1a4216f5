import type { Duplex } from "node:stream";
import { failure } from "@hostseal/core";
import type { AnyAuthMethod, Client } from "ssh2";
import type { HostKeyType } from "../algorithms.ts";
import { HOST_KEY_TYPES } from "../algorithms.ts";
import type { HostTrust } from "../host-trust.ts";
import type { Patience } from "../retry-dropped.ts";
import { retryDropped } from "../retry-dropped.ts";
import type { SshTarget } from "../transport.ts";
import type { HandshakeOutcome } from "./handshake-outcome.ts";
import type { Route } from "./open-client.ts";
import { openClient } from "./open-client.ts";

export type LogInDeps = Omit<Patience, "signal">;

export type LogIn = {
  readonly target: SshTarget;
  readonly trust: HostTrust;
  readonly login: AnyAuthMethod | undefined;
  /** The last jump host; the target is called directly when there is none. */
  readonly through: Client | undefined;
  readonly signal: AbortSignal | undefined;
};

const forward = async (client: Client, { host, address, port }: SshTarget): Promise<Duplex> =>
  new Promise((resolve, reject) => {
    client.forwardOut("127.0.0.1", 0, address, port, (error, stream) => {
      if (!error) return resolve(stream);
      const because = "the jump host before it cannot reach it";
      reject(failure("host.unreachable", { host, because }, { evidence: error.message }));
    });
  });

const routeTo = async ({ target, through }: LogIn): Promise<Route> =>
  through
    ? { kind: "through", stream: await forward(through, target) }
    : { kind: "direct", address: target.address, port: target.port };

const openPatiently = async (
  wish: LogIn,
  types: readonly HostKeyType[],
  deps: LogInDeps,
): Promise<HandshakeOutcome> => {
  const { target, trust, login, signal } = wish;
  const run = async () =>
    openClient({ route: await routeTo(wish), user: target.user, types, judge: trust.judge, login, signal });
  return retryDropped(target, { run, wasDropped: ({ kind }) => kind === "dropped" }, { ...deps, signal });
};

/**
 * Logs in to one server, asking for the types of host key that are trusted. A fingerprint does not tell its type, so
 * the others are asked for when the first one shown is not it; a server that no longer has a held type is looked at
 * once more, without logging in, so that its present key can be named.
 */
export const logIn = async (wish: LogIn, deps: LogInDeps): Promise<HandshakeOutcome> => {
  const { source, types } = wish.trust;
  const first = await openPatiently(wish, types, deps);
  if (source.kind === "keys") {
    const isOfAnotherType = first.kind === "nothing-in-common" && first.what === "host key type";
    const others = HOST_KEY_TYPES.filter((type) => !types.includes(type));
    if (!isOfAnotherType || others.length === 0) return first;
    const shown = await openPatiently({ ...wish, login: undefined }, others, deps);
    return shown.kind === "host-key" ? shown : first;
  }
  let outcome = first;
  let left = types;
  while (outcome.kind === "host-key" && left.length > 0) {
    const shown = outcome.key.type;
    left = left.filter((type) => type !== shown);
    if (left.length > 0) outcome = await openPatiently(wish, left, deps);
  }
  return outcome.kind === "nothing-in-common" && outcome.what === "host key type" ? first : outcome;
};
