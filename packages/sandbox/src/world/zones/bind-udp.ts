import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { LOOPBACK } from "../listen.ts";

/** A UDP socket on this port of loopback; nothing when the port is taken. */
export const bindUdp = async (port: number): Promise<Socket | undefined> => {
  const socket = createSocket("udp4");
  socket.bind(port, LOOPBACK);
  try {
    await once(socket, "listening");
    return socket;
  } catch {
    socket.close();
    return undefined;
  }
};
