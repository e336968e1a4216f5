import { once } from "node:events";
import type { AddressInfo, Server, Socket } from "node:net";
import type { Endpoint } from "@hostseal/core";

/** Every server of the demo world lives here, so that nothing of it can be reached from outside the machine. */
export const LOOPBACK = "127.0.0.1";

/** A server that is bound, with the way to end it whatever its visitors do. */
export type Listening = { readonly endpoint: Endpoint; close(): Promise<void> };

/** Binds a server to a free port of loopback. */
export const listen = async (server: Server): Promise<Listening> => {
  const visitors = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    visitors.add(socket);
    socket.once("close", () => visitors.delete(socket));
  });
  server.listen(0, LOOPBACK);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: { address: LOOPBACK, port },
    close: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of visitors) socket.destroy();
      await closed;
    },
  };
};
