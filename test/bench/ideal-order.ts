import type { Order, Product } from "@hostseal/core";
import { asId, fold, newOrder } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { DAY, HOUR, fromIso } from "@hostseal/rules";
import { nameOf } from "./sample-names.ts";

const FIRST_DAY = fromIso("2026-11-21");

const product: Product = {
  code: "dv-pair",
  title: "Domain certificate",
  issuer: asId("sandbox"),
  brand: "sandbox",
  level: "dv",
  wildcard: false,
  maxNames: 2,
  includesWwwTwin: true,
  years: [5],
  price: { perYear: { amount: 1200, currency: "EUR" }, perExtraNamePerYear: { amount: 600, currency: "EUR" } },
};

/** When the order at this place was bought; they spread over a year, as customers do. */
export const boughtAt = (place: number): Instant => FIRST_DAY + (place % 365) * DAY + (place % 24) * HOUR;

/** A confirmed order for a name and its www twin, for five years, on one site. */
export const idealOrder = (place: number): Order => {
  const at = boughtAt(place);
  const names = [nameOf(`shop-${place}.example.com`), nameOf(`www.shop-${place}.example.com`)];
  const draft = newOrder(
    {
      id: asId(`ord_${place}`),
      partner: asId("partner"),
      customer: asId("customer"),
      product,
      years: 5,
      names,
      keyType: "ec-p256",
      contactEmails: ["owner@example.com"],
      wishes: { installations: [{ host: asId("host"), site: asId(`site-${place}`) }], methods: {} },
    },
    at,
    "customer",
  );
  const agreed = fold(draft, { kind: "agreement.accepted", by: "customer" }, at);
  return fold(agreed, { kind: "order.confirmed", price: agreed.price }, at);
};
