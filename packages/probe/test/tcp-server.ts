import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTcpServer, type Server, type Socket } from "node:net";
import { LOOPBACK } from "./probe-of.ts";

export type TcpServer = AsyncDisposable & { readonly port: number };

const listen = async (server: Server, address: string): Promise<TcpServer> => {
  const connections = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    connections.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => connections.delete(socket));
  });
  server.listen(0, address);
  await once(server, "listening");
  const bound = server.address();
  const close = async (): Promise<void> => {
    for (const socket of connections) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { port: typeof bound === "object" && bound ? bound.port : 0, [Symbol.asyncDispose]: close };
};

/** A server that does with a connection whatever it is told. */
export const startTcpServer = (converse: (socket: Socket) => void, address = LOOPBACK): Promise<TcpServer> =>
  listen(createTcpServer(converse), address);

/** A web server. */
export const startWebServer = (listener: RequestListener, address = LOOPBACK): Promise<TcpServer> =>
  listen(createServer(listener), address);

/** A port of loopback on which nobody listens. */
export const closedPort = async (): Promise<number> => {
  const server = await startTcpServer((socket) => socket.destroy());
  await server[Symbol.asyncDispose]();
  return server.port;
};
