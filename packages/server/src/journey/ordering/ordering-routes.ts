import { failure, newOrder, type Site } from "@hostseal/core";
import express, { type Request, type Router } from "express";
import { byOf } from "../caller.ts";
import { type Journey, show, type Visit, visitOf } from "../journey.ts";
import { toNamesView } from "./names-view.ts";
import { type Place, productsOnSale, toPlace, toWish } from "./to-wish.ts";
import { wishForm } from "./wish-form.ts";

const placeIn = ({ params }: Request): Place => toPlace(String(params["host"]), String(params["site"]));

/** Only a site of the customer's own; fails with `host.site-unknown` for every other. */
const siteAt = async ({ sites }: Journey, { viewer }: Visit, { host, site }: Place): Promise<Site> => {
  const { sites: mine } = await sites.list(viewer.customer);
  const found = mine.find((one) => one.host === host && one.site.id === site);
  if (!found) throw failure("host.site-unknown", { host, site });
  return found.site;
};

/** `GET` and `POST /sites/:host/:site/order`: from names to a draft, by which nothing is promised. */
export const createOrderingRoutes = (journey: Journey): Router => {
  const { world, settings, pilot } = journey;
  return express
    .Router()
    .get("/sites/:host/:site/order", async (request, response) => {
      const visit = visitOf(response, journey);
      const place = placeIn(request);
      const site = await siteAt(journey, visit, place);
      const model = toNamesView({ host: place.host, site }, await productsOnSale(world), "");
      show(response, journey, { template: "names", title: visit.words.t("names.title"), model });
    })
    .post("/sites/:host/:site/order", async (request, response) => {
      const visit = visitOf(response, journey);
      const place = placeIn(request);
      await siteAt(journey, visit, place);
      const form = wishForm.parse(request.body);
      const wish = await toWish(world, settings, { form, place, visit });
      const draft = newOrder(wish, world.clock.now(), byOf(visit));
      await world.store.put(draft, 0);
      pilot.poke();
      response.redirect(303, `/orders/${draft.id}`);
    });
};
