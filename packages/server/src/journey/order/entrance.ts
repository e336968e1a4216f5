import type { Order, Scope } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import type { Request, Response } from "express";
import type { Frame } from "../../pages/page.ts";

/** Somebody at an order that they may see. */
export type OrderVisit = {
  readonly order: Order;
  readonly scope: Scope;
  /** Who it is, for the journal. */
  readonly by: string;
  readonly frame: Frame;
  /** Where this order's pages are for this visitor, without final slash. */
  readonly address: string;
  /** Whether they may change anything, or only look. */
  readonly canAct: boolean;
  /** Until when, for a shared link. */
  readonly sharedUntil?: Instant;
};

/** How people come to an order: from their panel, with a mailed link, or with a shared one. Fails where they may not. */
export type Entrance = (request: Request, response: Response) => Promise<OrderVisit>;
