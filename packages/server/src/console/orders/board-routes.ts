import express, { type Router } from "express";
import { vocabularyFor } from "../../words/vocabulary-for.ts";
import { type Console, type Exchange, ordersOf, show } from "../console.ts";
import { toBoardCsv } from "./board-csv.ts";
import { boardFilter, filtered, toBoardView } from "./board-view.ts";
import { toNeedsView } from "./needs-view.ts";
import { type OrderRow, toOrderRow } from "./order-row.ts";

const rowsOf = async (desk: Console, { request }: Exchange): Promise<readonly OrderRow[]> => {
  const [words, now] = [vocabularyFor(request), desk.journey.world.clock.now()];
  return (await ordersOf(desk)).map((order) => toOrderRow(order, now, words));
};

/** `/console/orders` and `/console/needs`: everything, and what does not go on by itself. */
export const createBoardRoutes = (desk: Console): Router =>
  express
    .Router()
    .get("/orders", async (request, response) => {
      const exchange = { request, response };
      const model = toBoardView(await rowsOf(desk, exchange), boardFilter.parse(request.query));
      const title = vocabularyFor(request).t("console.orders");
      show(desk, exchange, { template: "console/board", title, model });
    })
    .get("/orders.csv", async (request, response) => {
      const rows = filtered(await rowsOf(desk, { request, response }), boardFilter.parse(request.query));
      response.attachment("orders.csv").set("cache-control", "no-store").send(toBoardCsv(rows));
    })
    .get("/needs", async (request, response) => {
      const exchange = { request, response };
      const title = vocabularyFor(request).t("console.needs");
      show(desk, exchange, { template: "console/needs", title, model: toNeedsView(await rowsOf(desk, exchange)) });
    });
