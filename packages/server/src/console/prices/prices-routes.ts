import { productsOnSale } from "@hostseal/core";
import type { Money } from "@hostseal/core";
import express, { type Router } from "express";
import { z } from "zod";
import { may } from "../../access/roles.ts";
import { moneyIn } from "../../words/times.ts";
import { vocabularyFor } from "../../words/vocabulary-for.ts";
import { askerOf, type Console, type Exchange, requireDeed, show } from "../console.ts";
import { staffOf } from "../session/require-staff.ts";
import { markupField, toPriceRows } from "./prices-view.ts";

const showPrices = async (desk: Console, exchange: Exchange): Promise<void> => {
  const { request, response } = exchange;
  const [products, { markups }] = await Promise.all([
    productsOnSale(desk.journey.world.issuers.values()),
    desk.book.read(),
  ]);
  const { locale, t } = vocabularyFor(request);
  const money = (amount: Money): string => moneyIn(locale, amount);
  const canChange = may(staffOf(response).role, "govern");
  const model = { rows: toPriceRows(products, markups), canChange, money };
  show(desk, exchange, { template: "console/prices", title: t("console.prices"), model });
};

const savePrices = async (desk: Console, exchange: Exchange): Promise<void> => {
  requireDeed(exchange, "govern");
  const products = await productsOnSale(desk.journey.world.issuers.values());
  const form = z.record(z.string(), z.unknown()).parse(exchange.request.body);
  const markups = Object.fromEntries(
    products.map(({ code }) => [code, markupField.parse(form[`markup-${code}`] ?? 0)] as const),
  );
  await desk.book.change({
    by: askerOf(exchange),
    deed: "prices.changed",
    subject: JSON.stringify(markups),
    amend: (record) => ({ record: { ...record, markups: { ...record.markups, ...markups } }, result: undefined }),
  });
  exchange.response.redirect(303, "/console/prices");
};

/** `/console/prices`: what things cost, and what customers are shown. */
export const createPricesRoutes = (desk: Console): Router =>
  express
    .Router()
    .get("/prices", async (request, response) => showPrices(desk, { request, response }))
    .post("/prices", async (request, response) => savePrices(desk, { request, response }));
