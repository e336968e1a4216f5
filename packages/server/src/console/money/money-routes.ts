import { formatMoney, type Money } from "@hostseal/core";
import { toIso } from "@hostseal/rules";
import express, { type Router } from "express";
import { moneyIn } from "../../words/times.ts";
import { vocabularyFor } from "../../words/vocabulary-for.ts";
import { type Console, ordersOf, show } from "../console.ts";
import { toCsv } from "../to-csv.ts";
import { type MoneyView, toChargeRows, toMoneyView } from "./money-view.ts";

const balancesOf = async ({ journey }: Console): Promise<MoneyView["balances"]> => {
  const purses = [...journey.world.issuers].flatMap(([issuer, { purse }]) => (purse ? [{ issuer, purse }] : []));
  return Promise.all(purses.map(async ({ issuer, purse }) => ({ issuer, balance: await purse.balance() })));
};

/** `/console/money`: what is left to spend, and what was spent. */
export const createMoneyRoutes = (desk: Console): Router =>
  express
    .Router()
    .get("/money", async (request, response) => {
      const [balances, orders] = await Promise.all([balancesOf(desk), ordersOf(desk)]);
      const { locale, t } = vocabularyFor(request);
      const money = (amount: Money): string => moneyIn(locale, amount);
      const model = { ...toMoneyView(balances, toChargeRows(orders)), money };
      show(desk, { request, response }, { template: "console/money", title: t("console.money"), model });
    })
    .get("/charges.csv", async (_request, response) => {
      const rows = toChargeRows(await ordersOf(desk)).map(({ at, order, customer, name, amount }) => [
        toIso(at),
        order,
        customer,
        name,
        formatMoney(amount),
      ]);
      response.attachment("charges.csv").set("cache-control", "no-store");
      response.send(toCsv(["at", "order", "customer", "name", "amount"], rows));
    });
