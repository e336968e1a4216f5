import { findOrder } from "@hostseal/core";
import express, { type Router } from "express";
import { refusal } from "../app/refusal.ts";
import type { Journey } from "../journey/journey.ts";
import type { Entrance } from "../journey/order/entrance.ts";
import { showOrder, streamOrder } from "../journey/order/show-order.ts";
import { vocabularyFor } from "../words/vocabulary-for.ts";
import { createShareLinks } from "./share-links.ts";

/** For whoever has a shared link: they see one order and can change nothing. */
const createSharedEntrance = ({ world, settings }: Journey): Entrance => {
  const links = createShareLinks(world.clock, settings.linkKey);
  return async (request, response) => {
    const token = String(request.params["token"]);
    const shared = links.read(token);
    if (!shared) throw refusal(410, "share-over");
    const scope = { kind: "partner", partner: settings.partner } as const;
    response.set("x-robots-tag", "noindex");
    return {
      order: await findOrder(world.store, shared.order, scope),
      scope,
      by: "somebody with a shared link",
      frame: { settings, words: vocabularyFor(request), theme: "plain", session: undefined },
      address: `/shared/${token}`,
      canAct: false,
      sharedUntil: shared.until,
    };
  };
};

/** `/shared/:token`: the page of an order, to look at. */
export const createSharedRoutes = (journey: Journey): Router => {
  const entrance = createSharedEntrance(journey);
  return express
    .Router()
    .get("/:token", async (request, response) => showOrder(journey, response, await entrance(request, response)))
    .get("/:token/changes", async (request, response) => streamOrder(journey, entrance, { request, response }));
};
