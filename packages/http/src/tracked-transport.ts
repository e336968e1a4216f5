import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import http from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";

/** What axios sends a request with, and the memory of whether a byte of it can have reached the other side. */
export type TrackedTransport = {
  readonly request: (options: RequestOptions, callback: (response: IncomingMessage) => void) => ClientRequest;
  readonly wasSent: () => boolean;
};

/** A socket that was handed over with its handshake done, as an agent does that looks at the certificate itself. */
const hasShakenHands = (socket: Socket): boolean => socket instanceof TLSSocket && socket.getFinished() !== undefined;

/**
 * A request leaves this machine once its connection stands: for TLS, once the handshake is done. Before that the vendor
 * has surely not acted on it.
 */
export const trackedTransport = (protocol: string): TrackedTransport => {
  const isTls = protocol === "https:";
  let sent = false;
  const follow = (socket: Socket): void => {
    if (hasShakenHands(socket)) sent = true;
    socket.once(isTls ? "secureConnect" : "connect", () => (sent = true));
  };

  return {
    request: (options, callback) => (isTls ? https : http).request(options, callback).once("socket", follow),
    wasSent: () => sent,
  };
};
