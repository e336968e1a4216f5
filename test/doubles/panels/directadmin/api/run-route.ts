import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import { callerOf } from "../admission.ts";
import type { Premises } from "../premises.ts";
import { partsOf, texts } from "../request-parts.ts";
import { type ApiAnswer, ApiRefusal, type ApiRoute, badRequest, notFound } from "./api-call.ts";

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

/** One route below `/api`; a parameter that the documents do not name is a bad request. */
export const runRoute =
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

export const answerApiRefusal: ErrorRequestHandler = (thrown, _request, response, next) => {
  if (!(thrown instanceof ApiRefusal)) return next(thrown);
  const { status, type, message } = thrown;
  return void response.status(status).json({ type, ...(message !== "" && { message }) });
};
