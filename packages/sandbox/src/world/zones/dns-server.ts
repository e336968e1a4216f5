import type { Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import type { Socket } from "node:net";
import { createServer } from "node:net";
import type { Endpoint } from "@hostseal/core";
import type { Listening } from "../listen.ts";
import { listen } from "../listen.ts";
import { bindUdp } from "./bind-udp.ts";
import { serveTcp } from "./serve-tcp.ts";
import { serveUdp } from "./serve-udp.ts";
import type { ZoneView } from "./zone-register.ts";

/** A DNS server on one port of loopback, over UDP and TCP. */
export type DnsServer = Endpoint & { close(): Promise<void> };

/** The system chooses a port that is free for TCP; for UDP it may be taken, then another is tried. */
const ATTEMPTS = 10;

type BoundPair = { readonly tcp: Listening; readonly udp: UdpSocket };

const bindPair = async (onConnection: (socket: Socket) => void, attempt = 1): Promise<BoundPair> => {
  const tcp = await listen(createServer(onConnection));
  const udp = await bindUdp(tcp.endpoint.port);
  if (udp) return { tcp, udp };
  await tcp.close();
  if (attempt === ATTEMPTS) throw new Error("No port of loopback is free for both TCP and UDP");
  return await bindPair(onConnection, attempt + 1);
};

/**
 * Serves the zones of a view, at once as their name server and as the resolver that everybody in the world asks;
 * the RD bit of a question tells which of the two is meant.
 */
export const startDnsServer = async (view: ZoneView): Promise<DnsServer> => {
  const { tcp, udp } = await bindPair((socket) => serveTcp(socket, view));
  serveUdp(udp, view);
  return {
    ...tcp.endpoint,
    close: async () => {
      const closed = once(udp, "close");
      udp.close();
      await Promise.all([closed, tcp.close()]);
    },
  };
};
