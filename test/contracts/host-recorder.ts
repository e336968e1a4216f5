import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, request as send } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { TLSSocket } from "node:tls";

/** How a call to an HTTP API can go wrong on its way. */
export type Disturbance =
  | "status-500"
  | "web-page"
  | "web-page-503"
  | "half-an-answer"
  | "silence"
  | "reset-before"
  | "reset-after";

/** Stands between an adapter and the API it calls: counts, keeps what came back, and disturbs when told. */
export type Recorder = {
  readonly url: string;
  calls(): number;
  answers(): string;
  disturb(disturbance: Disturbance | undefined): void;
  close(): Promise<void>;
};

const PAGE = "<!doctype html><title>Bad gateway</title><h1>Please come back later</h1>";

type Answer = { readonly status: number; readonly type: string; readonly body: Buffer };

const forward = async (target: URL, request: IncomingMessage): Promise<Answer> => {
  const { method, headers, url } = request;
  const outgoing = send(new URL(url ?? "/", target), {
    method: method ?? "GET",
    headers: { ...headers, host: target.host },
  });
  request.pipe(outgoing);
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  const type = incoming.headers["content-type"] ?? "";
  return { status: incoming.statusCode ?? 0, type, body: await buffer(incoming) };
};

const reply = (response: ServerResponse, { status, type, body }: Answer): void => {
  response.writeHead(status, { "content-type": type, "content-length": body.length }).end(body);
};

const page = (status: number): Answer => ({ status, type: "text/html", body: Buffer.from(PAGE) });

/** The key and the certificate, in PEM, of a recorder that speaks TLS. */
export type Identity = { readonly key: string; readonly cert: string };

/** Without a word; a TLS connection has no reset of its own and is closed in the middle. */
const cut = ({ socket }: IncomingMessage): void => {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
};

/** `target` is the base of the API; the recorder's `url` takes its place, over TLS when it is given an identity. */
export const startRecorder = async (target: string, identity?: Identity): Promise<Recorder> => {
  const base = new URL(target);
  const bodies: string[] = [];
  let calls = 0;
  let trouble: Disturbance | undefined;

  const forwardAndKeep = async (request: IncomingMessage): Promise<Answer> => {
    const answer = await forward(base, request);
    bodies.push(answer.body.toString());
    return answer;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    calls += 1;
    switch (trouble) {
      case undefined:
        return reply(response, await forwardAndKeep(request));
      case "status-500":
        return reply(response, { status: 500, type: "application/json", body: Buffer.from("{}") });
      case "web-page":
        return reply(response, page(200));
      case "web-page-503":
        return reply(response, page(503));
      case "half-an-answer": {
        const { body, ...rest } = await forwardAndKeep(request);
        return reply(response, { ...rest, body: body.subarray(0, Math.floor(body.length / 2)) });
      }
      case "silence":
        return undefined;
      case "reset-after":
        await forwardAndKeep(request);
        cut(request);
        return undefined;
      case "reset-before":
        cut(request);
        return undefined;
    }
  };

  /** What is still under way when the API ends, ends with it. */
  const listener = (request: IncomingMessage, response: ServerResponse): void =>
    void serve(request, response).catch(() => request.socket.destroy());
  const server = identity ? createTlsServer(identity, listener) : createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    url: `${identity ? "https" : "http"}://127.0.0.1:${port}${base.pathname}`,
    calls: () => calls,
    answers: () => bodies.join("\n"),
    disturb: (disturbance) => void (trouble = disturbance),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
};
