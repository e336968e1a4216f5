import { type Log, reasonOf } from "@hostseal/core";
import type { ErrorRequestHandler } from "express";
import { toProblem } from "./problems.ts";

/** Everything that goes wrong, as `application/problem+json` (RFC 9457). */
export const createAnswerProblem =
  (log: Log): ErrorRequestHandler =>
  (thrown, _request, response, next) => {
    if (response.headersSent) return next(thrown);
    const problem = toProblem(thrown, String(response.locals["requestId"]));
    if (problem.code === "unexpected") {
      const details = {
        reference: problem.instance,
        because: reasonOf(thrown),
        stack: (thrown as Partial<Error>).stack,
      };
      log.emit({ level: "failure", event: "api.failed", details });
    }
    response.status(problem.status).set("cache-control", "no-store").type("application/problem+json");
    response.send(JSON.stringify(problem));
  };
