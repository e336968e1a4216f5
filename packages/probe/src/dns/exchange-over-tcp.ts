import type { Socket } from "node:net";
import { openSocket } from "../net/open-socket.ts";
import { type Heard, type Sending, silent } from "./exchange.ts";
import { readReply } from "./read-reply.ts";

const LENGTH_BYTES = 2;
const LONGEST_MESSAGE = 0xff_ff;

const framed = (message: Buffer): Buffer => {
  const frame = Buffer.alloc(LENGTH_BYTES + message.length);
  frame.writeUInt16BE(message.length);
  message.copy(frame, LENGTH_BYTES);
  return frame;
};

/** The first message of what came so far; undefined while it is not complete. */
const unframed = (stream: Buffer): Buffer | undefined => {
  if (stream.length < LENGTH_BYTES) return undefined;
  const end = LENGTH_BYTES + stream.readUInt16BE();
  return stream.length < end ? undefined : stream.subarray(LENGTH_BYTES, end);
};

const read = (bytes: Buffer, asked: Buffer): Heard => {
  const heard = readReply(bytes, asked);
  return heard.kind === "reply" && !heard.reply.truncated ? heard : silent("malformed");
};

const converse = (socket: Socket, message: Buffer, signal: AbortSignal): Promise<Heard> =>
  new Promise((resolve) => {
    const stream = Buffer.alloc(LENGTH_BYTES + LONGEST_MESSAGE);
    let size = 0;
    socket.on("data", (chunk: Buffer) => {
      size += chunk.copy(stream, size);
      const reply = unframed(stream.subarray(0, size));
      if (reply) resolve(read(reply, message));
    });
    socket.once("close", () => resolve(silent(signal.aborted ? "timeout" : "malformed")));
    socket.write(framed(message));
  });

/** One message there and one back over TCP (RFC 7766), which has room for 64 KiB. */
export const exchangeOverTcp = async ({ server, message, timeout, sourceAddress }: Sending): Promise<Heard> => {
  const signal = AbortSignal.timeout(timeout);
  const opened = await openSocket({ endpoint: server, timeout, signal, sourceAddress });
  if (opened.kind === "failed") return silent(opened.because === "timeout" ? "timeout" : "unreachable");
  const heard = await converse(opened.socket, message, signal);
  opened.socket.destroy();
  return heard;
};
