import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** How a vendor's server can fail to answer. It never looks at what is asked, and it repeats the credential it was sent. */
export type Misbehaviour = (request: IncomingMessage, response: ServerResponse) => void;

const echo = (request: IncomingMessage): string =>
  JSON.stringify({ headers: request.headers, url: request.url, message: "you sent this" });

export const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}): Misbehaviour =>
  (request, response) =>
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(echo(request));

export const answersText =
  (type: string, body: string): Misbehaviour =>
  (request, response) =>
    response.writeHead(200, { "Content-Type": type }).end(body + echo(request));

export const staysSilent: Misbehaviour = () => undefined;

export const hangsUp: Misbehaviour = (request) => request.socket.destroy();

export const breaksOff: Misbehaviour = (request, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100000" });
  response.write(echo(request), () => request.socket.destroy());
};

export type BrokenVendor = {
  readonly url: string;
  readonly requests: () => number;
  readonly close: () => Promise<void>;
};

/** A server on loopback that misbehaves in one way, and counts how often it is asked. */
export const openBrokenVendor = async (misbehave: Misbehaviour): Promise<BrokenVendor> => {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    request.resume().once("end", () => misbehave(request, response));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
