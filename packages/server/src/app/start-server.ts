import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";

/** A server that answers, with the way to end it. */
export type Listening = {
  readonly address: string;
  readonly port: number;
  /** Takes no new requests, finishes those under way, and ends those that only listen. */
  close(): Promise<void>;
};

/** How long a browser that only listens may go on. */
const LONGEST_FAREWELL = 2_000;

/** Listens, and only then makes the app: it has to know its own address. Port 0 is any free one. */
export const startServer = async (
  at: { readonly address: string; readonly port: number },
  makeApp: (bound: AddressInfo) => Express,
): Promise<Listening> => {
  const server = createServer();
  server.listen(at.port, at.address);
  await once(server, "listening");
  const bound = server.address() as AddressInfo;
  server.on("request", makeApp(bound));
  return {
    address: bound.address,
    port: bound.port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL);
      await closed;
      clearTimeout(late);
    },
  };
};
