import type { Duplex } from "node:stream";
import type { AnyAuthMethod, ConnectConfig } from "ssh2";
import ssh2 from "ssh2";
import type { HostKey, HostKeyVerdict } from "../../host-keys/index.ts";
import { toHostKey } from "../../host-keys/index.ts";
import type { HostKeyType } from "../algorithms.ts";
import { OFFERED_ALGORITHMS, toHostKeyAlgorithms } from "../algorithms.ts";
import type { HandshakeOutcome, Progress } from "./handshake-outcome.ts";
import { toOutcome } from "./handshake-outcome.ts";
import { noteOffer } from "./offers.ts";

/** Where a server is reached: over a connection of its own, or over one that a jump host made for us. */
export type Route =
  | { readonly kind: "direct"; readonly address: string; readonly port: number }
  | { readonly kind: "through"; readonly stream: Duplex };

export type Handshake = {
  readonly route: Route;
  readonly user: string;
  readonly types: readonly HostKeyType[];
  readonly judge: (key: HostKey) => HostKeyVerdict;
  /** Made only when the host key is accepted; without one nobody logs in. */
  readonly login: AnyAuthMethod | undefined;
  readonly signal: AbortSignal | undefined;
};

const KEEPALIVE_EVERY = 10_000;
const KEEPALIVES_UNANSWERED = 3;
const READY_WITHIN = 20_000;

const NO_KEY: HostKey = { type: "", blob: new Uint8Array() };

const verifierFor =
  ({ judge }: Handshake, progress: Progress) =>
  (blob: Buffer): boolean => {
    const key = toHostKey(blob) ?? NO_KEY;
    const verdict = judge(key);
    if (verdict.kind === "known") return true;
    progress.refused = { key, verdict };
    return false;
  };

const configOf = (handshake: Handshake, progress: Progress): ConnectConfig => ({
  ...(handshake.route.kind === "direct"
    ? { host: handshake.route.address, port: handshake.route.port }
    : { sock: handshake.route.stream }),
  username: handshake.user,
  algorithms: {
    kex: [...OFFERED_ALGORITHMS.kex],
    cipher: [...OFFERED_ALGORITHMS.cipher],
    hmac: [...OFFERED_ALGORITHMS.hmac],
    compress: [...OFFERED_ALGORITHMS.compress],
    serverHostKey: toHostKeyAlgorithms(handshake.types),
  },
  hostVerifier: verifierFor(handshake, progress),
  authHandler: handshake.login ? [handshake.login] : [],
  keepaliveInterval: KEEPALIVE_EVERY,
  keepaliveCountMax: KEEPALIVES_UNANSWERED,
  readyTimeout: READY_WITHIN,
  debug: (line) => noteOffer(progress.offers, line),
});

/**
 * One attempt to log in. The host key is judged before anything of ours is sent.
 *
 * @throws the signal's reason when it is aborted before the login is through.
 */
export const openClient = async (handshake: Handshake): Promise<HandshakeOutcome> => {
  const { route, signal } = handshake;
  signal?.throwIfAborted();
  const client = new ssh2.Client();
  const progress: Progress = {
    connected: route.kind === "through",
    secured: false,
    offers: new Map(),
    refused: undefined,
  };
  const { promise, resolve, reject } = Promise.withResolvers<HandshakeOutcome>();
  client
    .on("connect", () => {
      progress.connected = true;
      client.setNoDelay(true);
    })
    .on("handshake", () => void (progress.secured = true))
    .on("ready", () => resolve({ kind: "ready", client }))
    .on("error", (error) => resolve(toOutcome(progress, error)))
    .on("close", () => resolve(toOutcome(progress)));
  const abort = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", abort);
  try {
    client.connect(configOf(handshake, progress));
    const outcome = await promise;
    if (outcome.kind !== "ready") client.destroy();
    return outcome;
  } catch (thrown) {
    client.destroy();
    throw thrown;
  } finally {
    signal?.removeEventListener("abort", abort);
  }
};
