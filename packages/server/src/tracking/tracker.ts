import type { CustomerId, OrderId } from "@hostseal/core";

/** Somebody who came with a mailed link: one order, and nothing else, is there for them. */
export type Tracker = { readonly order: OrderId; readonly customer: CustomerId; readonly contact: string };
