import type { OrderEvent, OrderEventKind } from "@hostseal/core";
import { installationEvents } from "./installation-events.ts";
import { issueEvents } from "./issue-events.ts";
import type { Line, ToLine } from "./line.ts";
import { orderEvents } from "./order-events.ts";
import { proofEvents } from "./proof-events.ts";

const lines: { readonly [Kind in OrderEventKind]: ToLine<Kind> } = {
  ...orderEvents,
  ...issueEvents,
  ...proofEvents,
  ...installationEvents,
};

/** What happened, in one line for a person; nothing for what only the journal needs. */
export const toEventLine = (event: OrderEvent): Line | undefined =>
  (lines[event.kind] as ToLine<OrderEventKind>)(event);
