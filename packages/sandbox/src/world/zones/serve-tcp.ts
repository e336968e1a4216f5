import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SECOND } from "@hostseal/rules";
import type { ByteReply } from "./answer-bytes.ts";
import { answerBytes } from "./answer-bytes.ts";
import type { ZoneView } from "./zone-register.ts";

const IDLE = 10 * SECOND;
const LENGTH_FIELD = 2;

const send = async (socket: Socket, { bytes, milliseconds }: ByteReply): Promise<void> => {
  if (milliseconds > 0) await sleep(milliseconds, undefined, { ref: false });
  const length = Buffer.alloc(LENGTH_FIELD);
  length.writeUInt16BE(bytes.length);
  if (socket.writable) socket.write(Buffer.concat([length, bytes]));
};

/** Answers the messages of one connection; each has its length in two bytes in front (RFC 7766 §8). */
export const serveTcp = (socket: Socket, view: ZoneView): void => {
  let pending: Buffer = Buffer.alloc(0);

  const takeMessage = (): Buffer | undefined => {
    const end = pending.length < LENGTH_FIELD ? Infinity : LENGTH_FIELD + pending.readUInt16BE(0);
    if (pending.length < end) return undefined;
    const message = pending.subarray(LENGTH_FIELD, end);
    pending = pending.subarray(end);
    return message;
  };

  socket.setTimeout(IDLE, () => socket.destroy());
  socket.on("error", () => socket.destroy());
  socket.on("data", (bytes: Buffer) => {
    pending = Buffer.concat([pending, bytes]);
    for (let message = takeMessage(); message; message = takeMessage()) {
      const reply = answerBytes(message, view, "tcp");
      if (reply) void send(socket, reply);
    }
  });
};
