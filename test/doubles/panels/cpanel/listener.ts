import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { answerCall, type Reply } from "./answer-call.ts";
import { withJitter } from "./jitter.ts";
import type { Mischiefs } from "./mischief.ts";
import type { ServerState } from "./server-state.ts";
import { ACCESS_DENIED, type Caller } from "./who-calls.ts";

const LOGIN =
  "<!DOCTYPE html><html><head><title>cPanel Login</title></head><body><form id=login_form></form></body></html>";

/** WHM tokens open `/json-api`, tokens of accounts `/execute` and the old API. */
const isOpenTo = ({ service }: Caller, path: string): boolean =>
  service === "whm"
    ? path.startsWith("/json-api/")
    : path.startsWith("/execute/") || path.startsWith("/json-api/cpanel");

const toRequest = async (message: IncomingMessage): Promise<Request> => {
  const { method = "GET", headers, url = "/" } = message;
  const body = method === "GET" ? null : new Uint8Array(await buffer(message));
  const type = headers["content-type"];
  return new Request(new URL(url, "http://panel.example"), {
    method,
    body,
    ...(type && { headers: { "content-type": type } }),
  });
};

const send = (
  response: ServerResponse,
  { status, body }: { readonly status: number; readonly body: unknown },
): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

export type ListenerParts = {
  readonly state: ServerState;
  readonly mischiefs: Mischiefs;
  readonly whoCalls: (state: ServerState, header: string | undefined) => Caller | undefined;
};

/** The panel's server. Every other answer has its numbers as text. */
export const createListener = ({ state, mischiefs, whoCalls }: ListenerParts): RequestListener => {
  let answers = 0;

  const reply = (response: ServerResponse, given: Reply): void => {
    answers += 1;
    if (given.kind === "cut") response.socket?.destroy();
    else send(response, { ...given, body: answers % 2 === 0 ? withJitter(given.body) : given.body });
  };

  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { authorization } = message.headers;
    const caller = whoCalls(state, authorization);
    const request = await toRequest(message);
    const { pathname } = new URL(request.url);
    if (authorization === undefined) response.writeHead(401, { "content-type": "text/html" }).end(LOGIN);
    else if (!caller || !isOpenTo(caller, pathname)) send(response, { status: 403, body: ACCESS_DENIED });
    else reply(response, await answerCall({ state, mischiefs, caller, request }));
  };

  return (message, response) => {
    serve(message, response).catch((thrown: unknown) => {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(thrown));
    });
  };
};
