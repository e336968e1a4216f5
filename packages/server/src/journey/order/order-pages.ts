import express, { type Router } from "express";
import { refusal } from "../../app/refusal.ts";
import { createShareRoutes } from "../../sharing/share-routes.ts";
import { createArchiveRoutes } from "../archive/archive-routes.ts";
import type { Journey } from "../journey.ts";
import type { Entrance } from "./entrance.ts";
import { createOrderRoutes } from "./order-routes.ts";

/** Whoever may only look gets no form through, by whichever door. */
const guarded =
  (entrance: Entrance): Entrance =>
  async (request, response) => {
    const visit = await entrance(request, response);
    if (request.method === "POST" && !visit.canAct) throw refusal(403, "not-found");
    return visit;
  };

/** Everything below `/orders/:id` that is the same by whichever door people come. */
export const createOrderPages = (journey: Journey, entrance: Entrance): Router => {
  const door = guarded(entrance);
  return express
    .Router()
    .use(createArchiveRoutes(journey, door), createShareRoutes(journey, door))
    .use(createOrderRoutes(journey, door));
};
