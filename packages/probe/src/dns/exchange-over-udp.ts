import { createSocket, type Socket } from "node:dgram";
import { isIPv6 } from "node:net";
import { type Heard, type Sending, silent } from "./exchange.ts";
import { readReply } from "./read-reply.ts";

type Sent = (error?: Error | null) => void;

/** A socket of its own, so that the port cannot be guessed; connected, so that the system drops what others send. */
const send = (socket: Socket, { server, message, sourceAddress }: Sending, sent: Sent): void => {
  const transmit = (error?: Error | null): void => {
    if (error) sent(error);
    else socket.send(message, sent);
  };
  const join = (): void => socket.connect(server.port, server.address, transmit);
  if (sourceAddress) socket.bind(0, sourceAddress, join);
  else join();
};

/**
 * One datagram there and the first reply to it back (RFC 5452). What is no reply to this question is passed over, so that
 * a forger cannot end the wait; if nothing better comes, the server is `malformed`.
 */
export const exchangeOverUdp = (sending: Sending): Promise<Heard> =>
  new Promise((resolve) => {
    const socket = createSocket(isIPv6(sending.server.address) ? "udp6" : "udp4");
    let silence = silent("timeout");
    let open = true;
    const end = (heard: Heard): void => {
      if (!open) return;
      open = false;
      clearTimeout(timer);
      socket.close();
      resolve(heard);
    };
    const timer = setTimeout(() => end(silence), sending.timeout);
    socket.on("error", () => end(silent("unreachable")));
    socket.on("message", (bytes) => {
      const read = readReply(bytes, sending.message);
      if (read.kind === "reply") end(read);
      else silence = silent("malformed");
    });
    send(socket, sending, (error) => {
      if (error) end(silent("unreachable"));
    });
  });
