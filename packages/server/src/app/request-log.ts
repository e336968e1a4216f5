import type { Log, Random } from "@hostseal/core";
import type { RequestHandler } from "express";

const ID_BYTES = 6;
/** Whoever has such an address sees an order, so the log must not have it. */
const SHARED = /^(\/shared\/)[^/]+/;

/** Gives every request a number, which the log and the person who asks for help share. Query and body are not logged. */
export const createRequestLog =
  ({ log, random }: { readonly log: Log; readonly random: Random }): RequestHandler =>
  (request, response, next) => {
    const id = Buffer.from(random.bytes(ID_BYTES)).toString("hex");
    const began = process.hrtime.bigint();
    response.locals["requestId"] = id;
    response.set("x-request-id", id);
    response.once("finish", () => {
      const milliseconds = Number((process.hrtime.bigint() - began) / 1_000_000n);
      const { method } = request;
      const path = new URL(request.originalUrl, "http://app").pathname.replace(SHARED, "$1[token]");
      log.emit({
        level: "debug",
        event: "http.answered",
        details: { id, method, path, status: response.statusCode, milliseconds },
      });
    });
    next();
  };
