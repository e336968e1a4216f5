import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import type { Api, ApiCaller, Call } from "./api.ts";
import { callerOf } from "./authenticate.ts";
import { type Answer, chanceOf, type Idempotency } from "./idempotency.ts";
import type { Operation } from "./operation.ts";
import { apiRefusal } from "./problems.ts";

const KEY_FORM = /^[\x21-\x7e]{1,128}$/;

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

const keyIn = (request: Request): string => {
  const key = request.get("idempotency-key") ?? "";
  if (!KEY_FORM.test(key)) throw apiRefusal("idempotency.key-missing");
  return digest(key);
};

const callFor = (api: Api, caller: ApiCaller, request: Request): Call => ({
  api,
  caller,
  id: String(request.params["id"] ?? ""),
  query: { ...request.query },
  body: request.body as unknown,
  random: api.world.random,
});

type Sent = { readonly request: Request; readonly idempotency: Idempotency };

/** Runs it for the first time, or gives what was answered then. */
const runOnce = (operation: Operation, call: Call, { request, idempotency }: Sent): ReturnType<Idempotency["once"]> => {
  const key = keyIn(request);
  const caller = call.caller.key.id;
  const asked = digest(JSON.stringify([request.method, request.path, request.body]));
  const random = chanceOf(caller, key);
  return idempotency.once(caller, { key, request: asked }, async () => ({
    status: operation.status,
    body: await operation.run({ ...call, random }),
  }));
};

const send = (response: Response, { status, body }: Answer): void => {
  response.status(status).set("cache-control", "no-store");
  if (status === 204) response.end();
  else response.json(body);
};

/** The route of an operation: who may, whether it was done before, and then the operation itself. */
export const serveOperation =
  (operation: Operation, api: Api, idempotency: Idempotency): RequestHandler =>
  async (request, response) => {
    const caller = callerOf(response);
    if (!caller.key.scopes.includes(operation.scope)) throw apiRefusal("request.out-of-scope");
    const call = callFor(api, caller, request);
    if (operation.idempotencyKey === "not-taken")
      return send(response, { status: operation.status, body: await operation.run(call) });
    const { answer, isReplay } = await runOnce(operation, call, { request, idempotency });
    if (isReplay) response.set("Idempotent-Replayed", "true");
    send(response, answer);
  };
