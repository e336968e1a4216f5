import { Agent, type AgentOptions } from "node:https";
import { connect, type ConnectionOptions, type TLSSocket } from "node:tls";

/** Hex SHA-256 over the DER of a certificate, in lower case without colons. */
const fingerprintOf = (socket: TLSSocket): string | undefined =>
  socket.getPeerX509Certificate()?.fingerprint256.replaceAll(":", "").toLowerCase();

type Connected = (thrown: Error | null, socket: TLSSocket) => void;

/**
 * An agent that talks to the holder of one certificate and to nobody else, whoever issued it and whatever names are in
 * it: for a panel with a certificate of its own making. Nothing is sent before the certificate was compared.
 */
export const createPinnedAgent = (fingerprint: string, options: AgentOptions): Agent => {
  const agent = new Agent(options);
  const dial = (wish: ConnectionOptions, connected: Connected): undefined => {
    const socket = connect({ ...wish, rejectUnauthorized: false });
    socket.once("error", (thrown) => connected(thrown, socket));
    socket.once("secureConnect", () => {
      if (fingerprintOf(socket) === fingerprint) return connected(null, socket);
      return socket.destroy(Object.assign(new Error("another certificate"), { code: "ERR_PINNED_CERTIFICATE" }));
    });
    return undefined;
  };
  return Object.assign(agent, { createConnection: dial });
};
