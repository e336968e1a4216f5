import type { RemoteInfo, Socket } from "node:dgram";
import { setTimeout as sleep } from "node:timers/promises";
import type { ByteReply } from "./answer-bytes.ts";
import { answerBytes } from "./answer-bytes.ts";
import type { ZoneView } from "./zone-register.ts";

/** Answers every datagram of a socket by itself. */
export const serveUdp = (socket: Socket, view: ZoneView): void => {
  let open = true;

  const send = async ({ bytes, milliseconds }: ByteReply, to: RemoteInfo): Promise<void> => {
    if (milliseconds > 0) await sleep(milliseconds, undefined, { ref: false });
    if (open) socket.send(bytes, to.port, to.address);
  };

  socket.on("error", () => undefined);
  socket.once("close", () => (open = false));
  socket.on("message", (bytes, from) => {
    const reply = answerBytes(bytes, view, "udp");
    if (reply) void send(reply, from);
  });
};
