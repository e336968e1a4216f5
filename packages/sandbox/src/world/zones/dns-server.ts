import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import type { Server, Socket } from "node:net";
import { createServer } from "node:net";
import type { Endpoint } from "@hostseal/core";
import { LOOPBACK, listen } from "../listen.ts";
import { serveTcp } from "./serve-tcp.ts";
import { serveUdp } from "./serve-udp.ts";
import type { ZoneView } from "./zone-register.ts";

/** A DNS server on one port of loopback, over UDP and TCP. */
export type DnsServer = Endpoint & { close(): Promise<void> };

/** The system chooses a port that is free for TCP; for UDP it may be taken, then another is tried. */
const ATTEMPTS = 10;

type BoundPair = { readonly tcp: Server; readonly udp: UdpSocket; readonly endpoint: Endpoint };

const bindUdp = async (udp: UdpSocket, port: number): Promise<boolean> => {
  const bound = once(udp, "listening").then(() => true);
  const failed = once(udp, "error").then(() => false);
  udp.bind(port, LOOPBACK);
  return await Promise.race([bound, failed]);
};

const bindPair = async (onConnection: (socket: Socket) => void, attempt = 1): Promise<BoundPair> => {
  const [tcp, udp] = [createServer(onConnection), createSocket("udp4")];
  const endpoint = await listen(tcp);
  if (await bindUdp(udp, endpoint.port)) return { tcp, udp, endpoint };
  udp.close();
  tcp.close();
  if (attempt === ATTEMPTS) throw new Error("No port of loopback is free for both TCP and UDP");
  return await bindPair(onConnection, attempt + 1);
};

/**
 * Serves the zones of a view, at once as their name server and as the resolver that everybody in the world asks;
 * the RD bit of a question tells which of the two is meant.
 */
export const startDnsServer = async (view: ZoneView): Promise<DnsServer> => {
  const connections = new Set<Socket>();
  const { tcp, udp, endpoint } = await bindPair((socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
    serveTcp(socket, view);
  });
  serveUdp(udp, view);
  udp.on("error", () => undefined);
  return {
    ...endpoint,
    close: async () => {
      for (const socket of connections) socket.destroy();
      const closed = Promise.all([once(tcp, "close"), once(udp, "close")]);
      tcp.close();
      udp.close();
      await closed;
    },
  };
};
