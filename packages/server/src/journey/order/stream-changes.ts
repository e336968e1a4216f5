import type { OrderId } from "@hostseal/core";
import { SECOND } from "@hostseal/rules";
import type { Request, Response } from "express";
import type { Pilot } from "../../pilot/pilot.ts";

/** Often enough that nothing in between takes the connection for dead. */
const HEARTBEAT = 20 * SECOND;

/** Tells a browser that an order has changed, for as long as it listens (server-sent events, HTML §9.2). */
export const streamChanges = (
  request: Request,
  response: Response,
  { pilot, id }: { readonly pilot: Pilot; readonly id: OrderId },
): void => {
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  response.write("retry: 2000\n\n");
  const leave = pilot.watch(id, () => response.write("event: change\ndata: order\n\n"));
  const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT);
  request.once("close", () => {
    clearInterval(heartbeat);
    leave();
  });
};
