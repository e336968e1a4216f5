import express, { type Router } from "express";
import { createShareRoutes } from "../../sharing/share-routes.ts";
import { createArchiveRoutes } from "../archive/archive-routes.ts";
import type { Journey } from "../journey.ts";
import type { Entrance } from "./entrance.ts";
import { createOrderRoutes } from "./order-routes.ts";

/** Everything below `/orders/:id` that is the same by whichever door people come. */
export const createOrderPages = (journey: Journey, entrance: Entrance): Router =>
  express
    .Router()
    .use(createArchiveRoutes(journey, entrance), createShareRoutes(journey, entrance))
    .use(createOrderRoutes(journey, entrance));
