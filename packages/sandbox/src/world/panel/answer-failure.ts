import type { ErrorRequestHandler, RequestHandler } from "express";
import { ZodError } from "zod";
import { PanelRefusal, refusal } from "./panel-refusal.ts";

/** What the body parser throws has the status it deserves. */
const isUnreadableBody = (thrown: unknown): boolean =>
  thrown instanceof Error && "status" in thrown && typeof thrown.status === "number" && thrown.status < 500;

const toRefusal = (thrown: unknown): PanelRefusal => {
  if (thrown instanceof PanelRefusal) return thrown;
  if (thrown instanceof ZodError || isUnreadableBody(thrown)) {
    return refusal(400, "request_malformed", "The request has not the documented form");
  }
  return refusal(500, "internal", "The panel made a mistake");
};

/** Everything thrown becomes `{"error": {"code", "message"}}`. */
export const answerFailure: ErrorRequestHandler = (thrown: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(thrown);
    return;
  }
  const { status, code, message, details } = toRefusal(thrown);
  response.status(status).json({ error: { code, message, ...details } });
};

export const answerUnknownCall: RequestHandler = () => {
  throw refusal(404, "call_unknown", "The API has no such call");
};
