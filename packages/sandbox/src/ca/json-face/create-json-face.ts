import type { Express, NextFunction, Request, Response } from "express";
import express from "express";
import type { Authority } from "../authority.ts";
import { isReplacing } from "../faults.ts";
import { Refusal, refuse } from "../refusal.ts";
import { mountApprovalPages } from "./approval-pages.ts";
import { mountControls } from "./control-routes.ts";
import type { Call, Reply, Route } from "./routes.ts";
import { ROUTES } from "./routes.ts";
import { sendReplacement, sendReply } from "./send-reply.ts";

const LARGEST_BODY = "256kb";

export type FaceOptions = {
  /** Mounts the test controls under `/control`, for whoever can reach the port. */
  readonly controls?: boolean;
};

const bearer = (req: Request): string => {
  const [scheme, credential] = (req.get("Authorization") ?? "").split(" ");
  if (scheme !== "Bearer" || !credential) throw refuse("credential-unknown", "a bearer credential is needed");
  return credential;
};

const valueOf =
  (req: Request) =>
  (name: string): string => {
    const value = req.params[name] ?? req.query[name];
    return typeof value === "string" ? value : "";
  };

const refused = (thrown: unknown): Reply => {
  if (!(thrown instanceof Refusal)) throw thrown;
  return {
    status: thrown.status,
    body: { error: { code: thrown.code.replaceAll("-", "_"), message: thrown.message } },
  };
};

const serve =
  (authority: Authority, route: Route) =>
  async (req: Request, res: Response): Promise<void> => {
    const fault = authority.faultFor({ method: req.method, path: req.path });
    if (fault && isReplacing(fault)) return sendReplacement(res, fault, authority.now());
    const call = (): Call => ({
      counter: authority.signIn(bearer(req)),
      value: valueOf(req),
      idempotencyKey: req.get("Idempotency-Key"),
      body: req.body,
      wrongCertificate: fault?.kind === "wrong-certificate",
    });
    const reply = await Promise.resolve()
      .then(() => route.serve(call()))
      .catch(refused);
    await sendReply(res, reply, fault);
  };

const answerStray = (_req: Request, res: Response): void => {
  res.status(404).json({ error: { code: "path_unknown", message: "there is nothing here" } });
};

const TOO_LARGE = 413;

/** The status body-parser gives to a body it does not take; nothing for any other error. */
const bodyStatus = (thrown: unknown): number | undefined => {
  if (thrown instanceof SyntaxError) return 422;
  return thrown instanceof Error && "status" in thrown && thrown.status === TOO_LARGE ? TOO_LARGE : undefined;
};

const answerBroken = (thrown: unknown, _req: Request, res: Response, _next: NextFunction): void => {
  const status = bodyStatus(thrown);
  if (status === undefined) return void res.status(500).json({ error: { code: "internal_fault" } });
  const code = status === TOO_LARGE ? "body_too_large" : "field_invalid";
  res.status(status).json({ error: { code, message: "the body is no JSON of a usable size" } });
};

/** The authority's JSON partner interface, its approval pages and, when asked for, its controls. */
export const createJsonFace = (authority: Authority, { controls = false }: FaceOptions = {}): Express => {
  const app = express().disable("x-powered-by").disable("etag");
  app.use(express.json({ limit: LARGEST_BODY }));
  for (const route of ROUTES) app[route.method](route.path, serve(authority, route));
  mountApprovalPages(app, authority);
  if (controls) mountControls(app, authority);
  return app.use(answerStray).use(answerBroken);
};
