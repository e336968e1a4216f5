import { failure, findOrder } from "@hostseal/core";
import type { Journey } from "../journey/journey.ts";
import type { Entrance } from "../journey/order/entrance.ts";
import { vocabularyFor } from "../words/vocabulary-for.ts";
import { trackingOf } from "./tracking-session.ts";

/** `/track/orders/:id`, for whoever came with a mailed link: the one order that it was mailed for. */
export const createTrackingEntrance =
  ({ world, settings }: Journey): Entrance =>
  async (request, response) => {
    const { viewer, csrf } = trackingOf(response);
    const id = String(request.params["id"]);
    if (id !== viewer.order) throw failure("order.unknown", { order: id });
    const scope = { kind: "customer", partner: settings.partner, customer: viewer.customer } as const;
    const words = vocabularyFor(request);
    return {
      order: await findOrder(world.store, id, scope),
      scope,
      by: `${viewer.contact} with a mailed link`,
      frame: { settings, words, theme: "plain", session: undefined, csrf, leave: "/track/leave" },
      address: `/track/orders/${id}`,
      canAct: true,
    };
  };
