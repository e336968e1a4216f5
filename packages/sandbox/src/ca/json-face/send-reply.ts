import type { Response } from "express";
import type { Instant } from "@hostseal/rules";
import { SECOND } from "@hostseal/rules";
import type { Fault, ReplacingFault } from "../faults.ts";
import { isSpoiling } from "../faults.ts";
import { spoil } from "./spoil.ts";
import type { Reply } from "./routes.ts";
import { toHttpDate } from "./to-http-date.ts";

const PAGE = "<!doctype html><title>Maintenance</title><h1>We will be back soon</h1>";
const TOO_MANY = { error: { code: "rate_limited", message: "slow down" } };
const STRANGE_ERROR = { result: "error", error: { code: "internal_fault", message: "something went wrong" } };

/** Sends what stands in place of an answer. */
export const sendReplacement = (res: Response, fault: ReplacingFault, now: Instant): void => {
  switch (fault.kind) {
    case "status":
      return void res.status(fault.status).type("text").send("service disturbed");
    case "html":
      return void res.status(200).type("html").send(PAGE);
    case "error-in-200":
      return void res.status(200).json(STRANGE_ERROR);
    case "empty":
      return void res.status(204).end();
    case "rate-limited": {
      const after = fault.as === "date" ? toHttpDate(now + fault.seconds * SECOND) : String(fault.seconds);
      return void res.status(429).set("Retry-After", after).json(TOO_MANY);
    }
  }
};

const sleep = (milliseconds: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, milliseconds).unref();
  return promise;
};

/** Sends an answer whole, or as spoiled as its fault wants. */
export const sendReply = async (res: Response, { status, body }: Reply, fault: Fault | undefined): Promise<void> => {
  if (fault?.kind === "answer-lost") return void res.socket?.destroy();
  if (fault?.kind === "slow") await sleep(fault.milliseconds);
  if (body === undefined) return void res.status(status).end();
  const json = JSON.stringify(fault && isSpoiling(fault) ? spoil(body, fault) : body);
  const sent = fault?.kind === "half-json" ? json.slice(0, json.length / 2) : json;
  res.status(status).type("json").send(sent);
};
