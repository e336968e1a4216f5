import express, { type Router } from "express";
import type { Journey } from "../journey/journey.ts";
import type { Entrance } from "../journey/order/entrance.ts";
import { showPage } from "../pages/show-page.ts";
import { createShareLinks } from "./share-links.ts";

/** `POST /orders/:id/share`: a link to this order that others can look at, and change nothing. */
export const createShareRoutes = ({ world, settings, renderer }: Journey, entrance: Entrance): Router => {
  const links = createShareLinks(world.clock, settings.linkKey);
  return express.Router().post("/orders/:id/share", async (request, response) => {
    const { order, by, frame, address } = await entrance(request, response);
    const url = `${settings.origin}/shared/${links.make(order.id)}`;
    world.log.emit({
      level: "note",
      event: "order.shared",
      details: { order: order.id, by, address: request.ip ?? "" },
    });
    const page = { template: "share", title: frame.words.t("share.title"), model: { address, url } };
    showPage(response, renderer, { page, frame });
  });
};
