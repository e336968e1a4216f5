import type { Order } from "@hostseal/core";
import { shownPrice } from "../partner/markup.ts";
import type { Call } from "./api.ts";
import type { ApiOrder } from "./schemas/order.ts";
import { toApiOrder } from "./to-api-order.ts";

/** An order as this caller may see it: with a key of one customer, at the price that customers are shown. */
export const seeOrder = ({ api, caller }: Pick<Call, "api" | "caller">, order: Order): ApiOrder =>
  toApiOrder(order, shownPrice(order, caller.scope, api.settings), api.world.clock.now());
