import type { ChainState, Clock, TlsEndpoint } from "@hostseal/core";
import { buildChain, type CertificateFacts, readCertificate } from "@hostseal/pki";
import type { SecureContext, TLSSocket } from "node:tls";
import { type Endpoint, toEndpointText } from "../net/endpoint.ts";
import { openSocket } from "../net/open-socket.ts";
import { shakeHands } from "../net/shake-hands.ts";
import type { RootIndex } from "./root-index.ts";
import { servedCertificates } from "./served-certificates.ts";

export type Look = {
  readonly clock: Clock;
  readonly rootsFor: RootIndex;
  readonly context: SecureContext;
  readonly timeouts: { readonly connection: number; readonly handshake: number };
  readonly sourceAddress?: string | undefined;
};

type Failure = Extract<TlsEndpoint, { kind: "failed" }>;

const failed = (endpoint: Endpoint, because: Failure["because"], detail: string): Failure => ({
  ...endpoint,
  kind: "failed",
  because,
  detail,
});

const judgeChain = (served: readonly CertificateFacts[], { rootsFor, clock }: Look): ChainState => {
  const [leaf = "", ...intermediates] = served.map(({ pem }) => pem);
  const built = buildChain({ leaf, intermediates, roots: rootsFor(served), at: clock.now() });
  switch (built.kind) {
    case "complete":
      return { kind: "complete" };
    case "incomplete":
      return { kind: "incomplete", missingIssuer: built.missingIssuer };
    case "broken":
      return { kind: "broken", because: `${built.because}: ${built.certificate}` };
  }
};

const report = (endpoint: Endpoint, socket: TLSSocket, look: Look): TlsEndpoint => {
  const [leaf, ...others] = servedCertificates(socket).map(readCertificate);
  if (leaf?.kind !== "certificate") return failed(endpoint, "handshake", "the certificate served cannot be read");
  const { sha256, serial, names, notBefore, notAfter } = leaf.certificate;
  const readable = others.flatMap((read) => (read.kind === "certificate" ? [read.certificate] : []));
  const chain = judgeChain([leaf.certificate, ...readable], look);
  const protocol = socket.getProtocol() ?? "unknown";
  return { ...endpoint, kind: "served", protocol, sha256, serial, names, notBefore, notAfter, chain };
};

/** One handshake with one address, the name as SNI. The chain is judged at the clock's time, against the given roots alone. */
export const lookAtEndpoint = async (name: string, endpoint: Endpoint, look: Look): Promise<TlsEndpoint> => {
  const { context, timeouts, sourceAddress } = look;
  const signal = AbortSignal.timeout(timeouts.handshake);
  const opened = await openSocket({ endpoint, timeout: timeouts.connection, signal, sourceAddress });
  if (opened.kind === "failed")
    return failed(endpoint, opened.because, `${toEndpointText(endpoint)}: ${opened.detail}`);
  const shaken = await shakeHands({ socket: opened.socket, name, context, signal });
  const seen =
    shaken.kind === "secured"
      ? report(endpoint, shaken.socket, look)
      : failed(endpoint, shaken.because, `${toEndpointText(endpoint)}: ${shaken.detail}`);
  opened.socket.destroy();
  return seen;
};
