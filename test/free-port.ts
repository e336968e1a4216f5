import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { randomInt } from "node:crypto";

/** Below what the kernel gives to outgoing connections (32768 on), one of which could take a port before its server. */
const [LOWEST, HIGHEST] = [10_000, 32_000];
const MOST_TRIES = 50;
const LOOPBACK = "127.0.0.1";

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

/** A port that nobody has for UDP or TCP on the addresses, loopback when none is given; for servers that cannot choose one. */
export const freePort = async (...addresses: readonly string[]): Promise<number> => {
  const wanted = addresses.length === 0 ? [LOOPBACK] : addresses;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    const free = await Promise.all(wanted.map((address) => isFree(port, address)));
    if (free.every(Boolean)) return port;
  }
  throw new Error(`no port is free on ${wanted.join(" and ")}`);
};
