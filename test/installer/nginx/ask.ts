import { once } from "node:events";
import { createConnection, type Socket } from "node:net";
import { connect, type TLSSocket } from "node:tls";

export type Question = {
  readonly address: string;
  readonly port: number;
  readonly name: string;
  readonly path?: string;
  /** For TLS only: which signatures the client takes, so as to be shown an RSA or an ECDSA certificate. */
  readonly signatures?: string;
};

export type HttpAnswer = { readonly status: number; readonly body: Buffer; readonly head: string };

const PATIENCE = 5_000;

/** One request on a connection of its own, as simple as a request can be. */
const exchange = async (socket: Socket, { name, path = "/" }: Question): Promise<HttpAnswer> => {
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error("no answer")));
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "end");
  socket.destroy();
  const whole = Buffer.concat(chunks);
  const end = whole.indexOf("\r\n\r\n");
  const head = whole.subarray(0, end).toString("latin1");
  return { status: Number(head.split(" ")[1]), body: whole.subarray(end + 4), head };
};

export const askHttp = async (question: Question): Promise<HttpAnswer> => {
  const socket = createConnection({ host: question.address, port: question.port });
  await once(socket, "connect");
  return exchange(socket, question);
};

export type TlsAnswer = HttpAnswer & { readonly commonName: string; readonly protocol: string };

const shakeHands = async ({ address, port, name, signatures }: Question, authority: string): Promise<TLSSocket> => {
  const socket = connect({
    host: address,
    port,
    servername: name,
    ca: authority,
    ...(signatures !== undefined && { sigalgs: signatures }),
  });
  await once(socket, "secureConnect");
  return socket;
};

/** What a name is shown and told over TLS. Whichever certificate it is, the authority has to have signed it for the name. */
export const askTls = async (question: Question, authority: string): Promise<TlsAnswer> => {
  const socket = await shakeHands(question, authority);
  const commonName = String(socket.getPeerCertificate().subject.CN);
  const protocol = socket.alpnProtocol || "";
  return { ...(await exchange(socket, question)), commonName, protocol };
};
