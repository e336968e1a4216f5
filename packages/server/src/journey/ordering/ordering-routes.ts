import { failure, isFailure, newOrder, type Order, type Site, productsOnSale } from "@hostseal/core";
import express, { type Request, type Response, type Router } from "express";
import { failureInWords } from "../../words/core-words.ts";
import { byOf } from "../caller.ts";
import { type Journey, show, type Visit, visitOf } from "../journey.ts";
import { freshForm, type NamesView, toNamesView } from "./names-view.ts";
import { type Place, toPlace, toWish } from "./to-wish.ts";
import { type WishForm, wishForm } from "./wish-form.ts";

type Asking = { readonly visit: Visit; readonly place: Place; readonly site: Site };

/** Only a site of the customer's own; fails with `host.site-unknown` for every other. */
const siteAt = async ({ sites }: Journey, { viewer }: Visit, { host, site }: Place): Promise<Site> => {
  const { sites: mine } = await sites.list(viewer.customer);
  const found = mine.find((one) => one.host === host && one.site.id === site);
  if (!found) throw failure("host.site-unknown", { host, site });
  return found.site;
};

const askingOf = async (journey: Journey, { params }: Request, response: Response): Promise<Asking> => {
  const visit = visitOf(response, journey);
  const place = toPlace(String(params["host"]), String(params["site"]));
  return { visit, place, site: await siteAt(journey, visit, place) };
};

type Shown = { readonly form: WishForm; readonly problem?: NamesView["problem"] };

const showForm = async (response: Response, journey: Journey, { visit, site }: Asking, shown: Shown): Promise<void> => {
  const { form, problem } = shown;
  const model = toNamesView(site, await productsOnSale(journey.world.issuers.values()), form);
  const title = visit.words.t("names.title");
  show(response, journey, { template: "names", title, model: { ...model, ...(problem && { problem }) } });
};

const draftFrom = async ({ world, settings }: Journey, { visit, place }: Asking, form: WishForm): Promise<Order> => {
  const wish = await toWish(world, settings, { form, place, visit });
  const draft = newOrder(wish, world.clock.now(), byOf(visit));
  await world.store.put(draft, 0);
  return draft;
};

/** `GET` and `POST /sites/:host/:site/order`: from names to a draft, by which nothing is promised. */
export const createOrderingRoutes = (journey: Journey): Router =>
  express
    .Router()
    .get("/sites/:host/:site/order", async (request, response) => {
      const asking = await askingOf(journey, request, response);
      await showForm(response, journey, asking, { form: freshForm(asking.site, journey.settings.contactEmail) });
    })
    .post("/sites/:host/:site/order", async (request, response) => {
      const asking = await askingOf(journey, request, response);
      const form = wishForm.parse(request.body);
      try {
        const { id } = await draftFrom(journey, asking, form);
        journey.pilot.poke();
        response.redirect(303, `/orders/${id}`);
      } catch (thrown) {
        if (!isFailure(thrown)) throw thrown;
        response.status(thrown.row.status);
        await showForm(response, journey, asking, { form, problem: failureInWords(asking.visit.words.core, thrown) });
      }
    });
