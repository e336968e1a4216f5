import { wholeJournal } from "@hostseal/core";
import type { Request, Response } from "express";
import { showPage } from "../../pages/show-page.ts";
import { shownPrice } from "../../partner/markup.ts";
import type { Journey } from "../journey.ts";
import type { Entrance, OrderVisit } from "./entrance.ts";
import { type OrderSight, toOrderView } from "./order-view.ts";
import { streamChanges } from "./stream-changes.ts";

const sightOf = async ({ world, settings }: Journey, visit: OrderVisit): Promise<OrderSight> => {
  const { order, scope, address, canAct, sharedUntil } = visit;
  const price = shownPrice(order, scope, settings);
  // Whoever is shown the partner's own price pays the partner, and not from the partner's balance.
  const isCost = price.amount === order.price.amount;
  const { purse } = world.issuer(order.product.issuer);
  return {
    order,
    journal: await wholeJournal(world.store, order, scope),
    price,
    balance: canAct && isCost && order.state.kind === "draft" ? await purse?.balance() : undefined,
    now: world.clock.now(),
    address,
    canAct,
    ...(sharedUntil !== undefined && { sharedUntil }),
  };
};

/** Shows the page of an order to whoever stands at it. */
export const showOrder = async (journey: Journey, response: Response, visit: OrderVisit): Promise<void> => {
  const { frame, address } = visit;
  const model = toOrderView(await sightOf(journey, visit), frame.words);
  const title = model.names.join(", ");
  const page = { template: "order", title, model, isLive: model.tone === "busy", changes: `${address}/changes` };
  showPage(response, journey.renderer, { page, frame });
};

type Exchange = { readonly request: Request; readonly response: Response };

/** Tells the page of an order, for as long as it is open, that there is something new. */
export const streamOrder = async (
  { pilot }: Journey,
  entrance: Entrance,
  { request, response }: Exchange,
): Promise<void> => {
  const { order } = await entrance(request, response);
  streamChanges(request, response, { pilot, id: order.id });
};
