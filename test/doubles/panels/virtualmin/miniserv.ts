import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Login, loginOf } from "./login.ts";
import type { Reply } from "./remote-cgi.ts";

export type Miniserv = {
  readonly logins: () => readonly Login[];
  readonly remote: (login: Login, form: URLSearchParams) => Promise<Reply>;
  /** Whether whoever comes is taken for the first login. */
  readonly isOpen?: boolean;
};

const page = (title: string): string => `<!DOCTYPE html>\n<html><head><title>${title}</title></head>${title}</html>\n`;

const LOGIN_PAGE =
  '<!DOCTYPE html>\n<html><body><form action="/session_login.cgi" method="post">' +
  '<input name="user"><input type="password" name="pass"></form></body></html>\n';

const refuse = (response: ServerResponse): void => {
  const headers = { "www-authenticate": 'Basic realm="Webmin Server"', "content-type": "text/html; charset=UTF-8" };
  response.writeHead(401, headers).end(page("401 - Unauthorized"));
};

const isProgram = ({ method = "", url = "/" }: IncomingMessage): boolean =>
  (method === "POST" || method === "GET") && new URL(url, "http://panel").pathname === "/virtual-server/remote.cgi";

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> =>
  request.method === "POST"
    ? new URLSearchParams(await text(request))
    : new URL(request.url ?? "/", "http://panel").searchParams;

/** Names and passwords in the request are taken from Webmin's own kind alone; everybody else logs in on a page. */
const isKindred = ({ headers }: IncomingMessage): boolean => /webmin/i.test(headers["user-agent"] ?? "");

/** Webmin's own server: everything else than its API is a page for people. */
export const createMiniserv = ({ logins, remote, isOpen = false }: Miniserv): RequestListener => {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = await formOf(request);
    const login = loginOf(logins(), request.headers.authorization) ?? (isOpen ? logins()[0] : undefined);
    if (!isProgram(request) || !isKindred(request))
      return void response.writeHead(200, { "content-type": "text/html" }).end(LOGIN_PAGE);
    if (!login) return refuse(response);
    const { type, text } = await remote(login, form);
    response.writeHead(200, { "content-type": type }).end(text);
  };
  return (request, response) => {
    serve(request, response).catch(() => response.writeHead(500, { "content-type": "text/html" }).end(page("500")));
  };
};
