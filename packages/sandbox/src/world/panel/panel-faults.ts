import { setTimeout as sleep } from "node:timers/promises";
import type { NextFunction, Request, RequestHandler, Response } from "express";

/** How a call to the panel goes wrong. */
export type PanelFault =
  /** An answer with this status in the panel's own form. */
  | { readonly kind: "status"; readonly status: number }
  /** A web page where an API answer belongs, with status 200: a proxy's, a maintenance page. */
  | { readonly kind: "html" }
  /** The connection is reset before anything was done, or after everything was. */
  | { readonly kind: "reset"; readonly when: "before" | "after" }
  /** No answer ever comes. */
  | { readonly kind: "silence" }
  | { readonly kind: "slow"; readonly milliseconds: number };

export type PlannedFault = {
  readonly fault: PanelFault;
  /** Which calls it hits, as `POST /api/webspaces/bakery/tls/install`; all when not given. */
  readonly calls?: RegExp;
  /** How many calls it hits; 1 when not given. */
  readonly times?: number;
};

/** The faults that are waiting for a call. */
export type PanelFaults = {
  plan(fault: PlannedFault): void;
  /** Forgets all that were planned. */
  clear(): void;
  readonly intercept: RequestHandler;
};

const PAGE = "<!doctype html><title>Maintenance</title><h1>We will be back soon</h1>";

const strike = async (fault: PanelFault, response: Response, next: NextFunction): Promise<void> => {
  switch (fault.kind) {
    case "status":
      response.status(fault.status).json({ error: { code: "disturbed", message: "The panel is disturbed" } });
      return;
    case "html":
      response.type("html").send(PAGE);
      return;
    case "reset":
      if (fault.when === "before") response.socket?.resetAndDestroy();
      else resetInsteadOfAnswer(response, next);
      return;
    case "silence":
      return;
    case "slow":
      await sleep(fault.milliseconds, undefined, { ref: false });
      next();
  }
};

const resetInsteadOfAnswer = (response: Response, next: NextFunction): void => {
  response.json = () => {
    response.socket?.resetAndDestroy();
    return response;
  };
  next();
};

export const createPanelFaults = (): PanelFaults => {
  let planned: { readonly calls: RegExp; readonly fault: PanelFault; left: number }[] = [];

  const take = (request: Request): PanelFault | undefined => {
    const hit = planned.find(({ calls }) => calls.test(`${request.method} ${request.path}`));
    if (!hit) return undefined;
    hit.left -= 1;
    planned = planned.filter(({ left }) => left > 0);
    return hit.fault;
  };

  return {
    plan: ({ fault, calls = /./, times = 1 }) => void planned.push({ fault, calls, left: times }),
    clear: () => void (planned = []),
    intercept: async (request, response, next) => {
      const fault = take(request);
      if (fault) await strike(fault, response, next);
      else next();
    },
  };
};
