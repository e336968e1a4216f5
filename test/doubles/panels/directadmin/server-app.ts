import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { type ApiAnswer, ApiRefusal, type ApiRoute, badRequest, notFound } from "./api/api-call.ts";
import { DOMAIN_TLS } from "./api/domain-tls.ts";
import { FILES } from "./api/file-routes.ts";
import { SERVER } from "./api/server-routes.ts";
import { CommandRefusal } from "./commands/command.ts";
import { sendAnswer, sendRefusal } from "./commands/command-answer.ts";
import { COMMANDS } from "./commands/commands.ts";
import type { Caller } from "./login-keys.ts";
import { partsIn } from "./multipart.ts";
import type { Premises } from "./premises.ts";

const LARGEST_BODY = "256kb";

const LOGIN_PAGE = `<!DOCTYPE html><html><head><title>DirectAdmin Login</title></head><body>
<form action="/CMD_LOGIN" method="POST"><input name="username"><input type="password" name="password"></form></body></html>`;

const texts = (fields: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((fields ?? {}) as Readonly<Record<string, unknown>>).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    ),
  );

const partsOf = (request: Request) =>
  Buffer.isBuffer(request.body) ? partsIn(request.body.toString(), request.headers["content-type"] ?? "") : [];

const fieldsOf = (request: Request): Readonly<Record<string, string>> => {
  const parts = partsOf(request).filter(({ filename }) => filename === undefined);
  const form = Buffer.isBuffer(request.body) ? {} : texts(request.body);
  return { ...texts(request.query), ...form, ...Object.fromEntries(parts.map(({ name, text }) => [name, text])) };
};

/** A call that is let in, from whichever side. */
export type Admission = (request: Request) => Caller | undefined;

const callerOf = (response: Response): Caller => response.locals["caller"] as Caller;

/** Who is not known gets a page to log in on where a browser could have been, and a word elsewhere. */
const admit =
  (admission: Admission): RequestHandler =>
  (request, response, next) => {
    const caller = admission(request);
    if (caller) {
      response.locals["caller"] = caller;
      return next();
    }
    if (request.path.startsWith("/api/")) throw new ApiRefusal(401, "UNAUTHORIZED");
    return void response.status(200).type("html").send(LOGIN_PAGE);
  };

/** A login key that does not allow the command. */
const allow: RequestHandler = (request, response, next) => {
  const [, first = "", second = ""] = request.path.split("/");
  const command = first === "api" ? second : first;
  if (callerOf(response).allows(command)) return next();
  if (first === "api") throw new ApiRefusal(403, "ACCESS_DENIED");
  return void response.status(403).json({ error: "Access denied", result: `This login key may not use ${command}` });
};

const runCommand =
  (premises: Premises): RequestHandler =>
  async (request, response) => {
    const command = COMMANDS[String(request.params["command"])];
    const fields = fieldsOf(request);
    const isJson = fields["json"] === "yes" && !premises.habits.answersInPairs;
    const file = partsOf(request).find(({ filename }) => filename !== undefined);
    try {
      if (!command) throw new CommandRefusal("Unknown command", "There is no such command");
      const { method } = request;
      const call = { premises, caller: callerOf(response), method, fields, ...(file && { file }) };
      sendAnswer(response, await command(call), isJson);
    } catch (thrown) {
      if (!(thrown instanceof CommandRefusal)) throw thrown;
      sendRefusal(response, thrown, isJson);
    }
  };

const sendApiAnswer = (response: Response, answer: ApiAnswer): void => {
  switch (answer.kind) {
    case "json":
      return void response.json(answer.content);
    case "text":
      return void response.type("application/octet-stream").send(Buffer.from(answer.text));
    case "nothing":
      return void response.status(204).end();
  }
};

const runRoute =
  (premises: Premises, { run, queries = [], isRecent }: ApiRoute): RequestHandler =>
  async (request, response) => {
    if (isRecent && premises.habits.edition === "older") throw notFound();
    const query = texts(request.query);
    const strange = Object.keys(query).find((name) => !queries.includes(name));
    if (strange !== undefined) throw badRequest(`unknown parameter ${strange}`);
    const [file] = partsOf(request);
    const params = texts(request.params);
    const call = { premises, caller: callerOf(response), params, query, body: request.body as unknown };
    sendApiAnswer(response, await run({ ...call, ...(file && { file }) }));
  };

const answerApiRefusal: ErrorRequestHandler = (thrown, _request, response, next) => {
  if (!(thrown instanceof ApiRefusal)) return next(thrown);
  const { status, type, message } = thrown;
  return void response.status(status).json({ type, ...(message !== "" && { message }) });
};

/** The panel's API as a whole: commands, and what is below `/api`. */
export const createServerApp = (premises: Premises, admission: Admission): Express => {
  const app = express().disable("x-powered-by");
  app.use(admit(admission), allow);
  app.use(express.json({ limit: LARGEST_BODY }), express.urlencoded({ extended: false, limit: LARGEST_BODY }));
  app.use(express.raw({ type: "multipart/form-data", limit: LARGEST_BODY }));
  for (const route of [...DOMAIN_TLS, ...FILES, ...SERVER]) app[route.method](route.path, runRoute(premises, route));
  app.all("/:command", runCommand(premises));
  app.use(() => {
    throw notFound();
  });
  app.use(answerApiRefusal);
  return app;
};
