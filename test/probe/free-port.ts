import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";

const MOST_TRIES = 20;

const isFree = async (port: number, address: string): Promise<boolean> => {
  const [socket, server] = [createSocket("udp4"), createServer()];
  try {
    socket.bind(port, address);
    await once(socket, "listening");
    server.listen(port, address);
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    socket.close();
    server.close();
  }
};

const anyPort = async (): Promise<number> => {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  return port;
};

/** A port that is free for UDP and TCP on all the addresses. */
export const freePort = async (...addresses: readonly string[]): Promise<number> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = await anyPort();
    const free = await Promise.all(addresses.map((address) => isFree(port, address)));
    if (free.every(Boolean)) return port;
  }
  throw new Error(`no port is free on ${addresses.join(" and ")}`);
};
