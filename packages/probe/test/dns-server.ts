import { decode, encode, type Answer, type DecodedPacket, type Packet } from "dns-packet";
import { createSocket, type Socket as DatagramSocket } from "node:dgram";
import { once } from "node:events";
import { createServer, type Server } from "node:net";
import type { Endpoint } from "../src/net/endpoint.ts";

export type Transport = "udp" | "tcp";
/** Bytes to send back, in order; none for silence. */
export type Answering = (asked: DecodedPacket, transport: Transport) => readonly Buffer[];
export type Asked = { readonly packet: DecodedPacket; readonly transport: Transport; readonly from: string };
export type DnsServer = AsyncDisposable & { readonly port: number; readonly asked: readonly Asked[] };

export const FLAGS = { aa: 0x0400, tc: 0x0200, ad: 0x0020, ra: 0x0080 } as const;
const MOST_TRIES = 20;

/** A response with the id and question of what was asked; `rcode` and flags go into `flags`. */
export const replyTo = (asked: DecodedPacket, rest: Packet = {}): Buffer =>
  encode({ type: "response", id: asked.id ?? 0, questions: asked.questions ?? [], ...rest });

/** Answers from a table of `name type` to records; with records for other names too, as a resolver adds them. */
export const fromTable =
  (table: Readonly<Record<string, readonly Answer[]>>, flags = 0): Answering =>
  (asked) => {
    const [question] = asked.questions ?? [];
    const answers = table[`${question?.name.toLowerCase()} ${question?.type}`];
    const isKnown = Object.keys(table).some((key) => key.startsWith(`${question?.name.toLowerCase()} `));
    const code = answers || isKnown ? 0 : 3;
    return [replyTo(asked, { flags: flags | code, answers: [...(answers ?? [])] })];
  };

const framed = (message: Buffer): Buffer => {
  const frame = Buffer.alloc(2 + message.length);
  frame.writeUInt16BE(message.length);
  message.copy(frame, 2);
  return frame;
};

type Reaction = (bytes: Buffer, transport: Transport, from: string) => readonly Buffer[];

const serveOverUdp = (answer: Reaction): DatagramSocket => {
  const socket = createSocket("udp4", (bytes, { port, address }) => {
    for (const reply of answer(bytes, "udp", address)) socket.send(reply, port, address);
  });
  return socket;
};

const serveOverTcp = (answer: Reaction): Server =>
  createServer((connection) => {
    connection.on("error", () => connection.destroy());
    connection.once("data", (bytes: Buffer) => {
      const replies = answer(bytes.subarray(2), "tcp", connection.remoteAddress ?? "");
      for (const reply of replies) connection.write(framed(reply));
      connection.end();
    });
  });

const listen = async (server: Server, socket: DatagramSocket, { address, port }: Endpoint): Promise<number> => {
  server.listen(port, address);
  await once(server, "listening");
  const bound = server.address();
  const chosen = typeof bound === "object" && bound ? bound.port : port;
  socket.bind(chosen, address);
  await once(socket, "listening");
  return chosen;
};

/** A DNS server on one port of loopback, UDP and TCP, that answers as told and remembers what it was asked. */
export const startDnsServer = async (answering: Answering, at: Partial<Endpoint> = {}): Promise<DnsServer> => {
  const asked: Asked[] = [];
  const answer: Reaction = (bytes, transport, from) => {
    const packet = decode(bytes);
    asked.push({ packet, transport, from });
    return answering(packet, transport);
  };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [server, socket] = [serveOverTcp(answer), serveOverUdp(answer)];
    const close = async (): Promise<void> => {
      socket.close();
      if (server.listening) await once(server.close(), "close");
    };
    try {
      const port = await listen(server, socket, { address: "127.0.0.1", port: 0, ...at });
      return { port, asked, [Symbol.asyncDispose]: close };
    } catch {
      await close();
    }
  }
  throw new Error("no port free for both UDP and TCP");
};
