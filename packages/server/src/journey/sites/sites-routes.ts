import { everyOrder } from "@hostseal/core";
import express, { type Router } from "express";
import { type Journey, show, visitOf } from "../journey.ts";
import { toSitesView } from "./sites-view.ts";

/** `/sites`: all sites of the account, as they were last seen or as they are now. */
export const createSitesRoutes = (journey: Journey): Router =>
  express
    .Router()
    .post("/sites/look-again", (_request, response) => {
      journey.sites.forget(visitOf(response, journey).viewer.customer);
      response.redirect(303, "/sites");
    })
    .get("/sites", async (_request, response) => {
      const { world, sites } = journey;
      const { viewer, scope, words } = visitOf(response, journey);
      const [list, orders] = await Promise.all([
        sites.list(viewer.customer),
        Array.fromAsync(everyOrder(world.store, { scope })),
      ]);
      const model = toSitesView(list, orders, world.clock.now());
      show(response, journey, { template: "sites", title: words.t("sites.title"), model });
    });
