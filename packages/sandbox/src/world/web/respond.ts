import type { IncomingMessage, ServerResponse } from "node:http";
import { fileAt } from "./file-at.ts";
import type { SiteHabits, Webspace } from "./webspace.ts";
import type { WebspaceRegister } from "./webspace-register.ts";

const WELL_KNOWN = "/.well-known/";

type Page = {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
};

const HTML = { "content-type": "text/html; charset=utf-8" };
const notFound = (body: string): Page => ({ status: 404, body, headers: HTML });

const wellKnownPage = (wellKnown: NonNullable<SiteHabits["wellKnown"]>): Page =>
  wellKnown === "not-found"
    ? notFound("<h1>Oops! That page can’t be found.</h1>")
    : { status: 200, body: '<meta http-equiv="refresh" content="0; url=/start">', headers: HTML };

const hostOf = (request: IncomingMessage): string => (request.headers.host ?? "").replace(/:\d+$/, "");

const pageOf = async (webspace: Webspace, request: IncomingMessage, isSecure: boolean): Promise<Page> => {
  const target = request.url ?? "/";
  const { habits, home } = webspace;
  if (habits.redirectsToHttps && !isSecure) {
    return { status: 301, body: "", headers: { location: `https://${hostOf(request)}${target}` } };
  }
  if (habits.wellKnown && target.startsWith(WELL_KNOWN)) return wellKnownPage(habits.wellKnown);
  if (request.method !== "GET" && request.method !== "HEAD")
    return { status: 405, body: "", headers: { allow: "GET, HEAD" } };
  const file = await fileAt(home, target);
  return file
    ? { status: 200, body: file.body, headers: { "content-type": file.contentType } }
    : notFound("<h1>Not found</h1>");
};

/** Answers one request for whatever virtual host it names. */
export const respond = async (
  webspaces: WebspaceRegister,
  request: IncomingMessage,
  response: ServerResponse,
  isSecure: boolean,
): Promise<void> => {
  const webspace = webspaces.answering(hostOf(request));
  if (webspace?.habits.isDown) {
    request.socket.destroy();
    return;
  }
  const page = webspace ? await pageOf(webspace, request, isSecure) : notFound("<h1>There is no such site here</h1>");
  response.writeHead(page.status, { ...page.headers, "content-length": Buffer.byteLength(page.body) });
  response.end(request.method === "HEAD" ? undefined : page.body);
};
