import { type CustomerId, everyOrder, type Scope } from "@hostseal/core";
import express, { type Router } from "express";
import { type Journey, show, visitOf } from "../journey.ts";
import { partOf } from "./part-of.ts";
import { createReadingTogether } from "./reading-together.ts";
import { rankSites, toRow } from "./sites-view.ts";

/** `/sites`: all sites of the account, as they were last seen or as they are now. */
export const createSitesRoutes = (journey: Journey): Router => {
  const { world, settings, sites } = journey;
  const scopeOf = (customer: CustomerId): Scope => ({ kind: "customer", partner: settings.partner, customer });
  const ordersOf = createReadingTogether((customer: CustomerId) =>
    Array.fromAsync(everyOrder(world.store, { scope: scopeOf(customer) })),
  );
  return express
    .Router()
    .post("/sites/look-again", (_request, response) => {
      sites.forget(visitOf(response, journey).viewer.customer);
      response.redirect(303, "/sites");
    })
    .get("/sites", async ({ query }, response) => {
      const { viewer, words } = visitOf(response, journey);
      const now = world.clock.now();
      const [list, orders] = await Promise.all([sites.list(viewer.customer), ordersOf(viewer.customer)]);
      const { items, ...part } = partOf(rankSites(list, orders, now), query["page"]);
      const model = { ...part, rows: items.map((one) => toRow(one, now)), missing: list.missing };
      show(response, journey, { template: "sites", title: words.t("sites.title"), model });
    });
};
