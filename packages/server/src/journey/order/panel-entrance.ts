import { findOrder } from "@hostseal/core";
import { byOf } from "../caller.ts";
import { type Journey, visitOf } from "../journey.ts";
import { sessionOf } from "../../sessions/require-session.ts";
import type { Entrance } from "./entrance.ts";

/** `/orders/:id`, for whoever a panel has signed on: every order of their own. */
export const createPanelEntrance =
  (journey: Journey): Entrance =>
  async ({ params }, response) => {
    const visit = visitOf(response, journey);
    const order = await findOrder(journey.world.store, String(params["id"]), visit.scope);
    const { theme } = visit.viewer;
    return {
      order,
      scope: visit.scope,
      by: byOf(visit),
      frame: { settings: journey.settings, words: visit.words, theme, session: sessionOf(response) },
      address: `/orders/${order.id}`,
      canAct: true,
    };
  };
