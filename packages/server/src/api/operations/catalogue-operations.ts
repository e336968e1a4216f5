import { everyOrder, productsOnSale } from "@hostseal/core";
import type { Money } from "@hostseal/core";
import { z } from "zod";
import { toIso } from "@hostseal/rules";
import { toSitesView } from "../../journey/sites/sites-view.ts";
import { shownPrice } from "../../partner/markup.ts";
import { operation, type Operation } from "../operation.ts";
import { apiRefusal } from "../problems.ts";
import { balanceSchema, productsSchema, sitesSchema } from "../schemas/catalogue.ts";
import { referenceSchema } from "../schemas/values.ts";
import { customerIn, narrowed } from "../scope-of.ts";

const products = operation({
  id: "listProducts",
  method: "get",
  path: "/products",
  summary: "What can be ordered; at purchase prices, but for keys of a customer",
  scope: "orders:read",
  idempotencyKey: "not-taken",
  status: 200,
  answer: productsSchema,
  run: async ({ api, caller }) => ({
    products: (await productsOnSale(api.world.issuers.values())).map((product) => {
      const { perYear, perExtraNamePerYear } = product.price;
      const shown = (price: Money): Money => shownPrice({ product, price }, caller.scope, api.settings);
      return {
        ...product,
        years: [...product.years],
        perYear: shown(perYear),
        perExtraNamePerYear: shown(perExtraNamePerYear),
      };
    }),
  }),
});

const sites = operation({
  id: "listSites",
  method: "get",
  path: "/sites",
  summary: "The sites of a customer, and what was seen from outside of each",
  scope: "hosts:read",
  idempotencyKey: "not-taken",
  status: 200,
  answer: sitesSchema,
  query: z.strictObject({ customer: referenceSchema }),
  run: async ({ api, caller, query }) => {
    const customer = customerIn(caller, query.customer);
    const scope = narrowed(caller, query.customer);
    const [list, orders] = await Promise.all([
      api.sites.list(customer),
      Array.fromAsync(everyOrder(api.world.store, { scope })),
    ]);
    const { rows, missing } = toSitesView(list, orders, api.world.clock.now());
    return {
      sites: rows.map(({ served, lookedAt, ...row }) => ({ ...row, served: served.kind, lookedAt: toIso(lookedAt) })),
      missing,
    };
  },
});

const balance = operation({
  id: "getBalance",
  method: "get",
  path: "/balance",
  summary: "What is left to spend; not for keys of a customer",
  scope: "balance:read",
  idempotencyKey: "not-taken",
  status: 200,
  answer: balanceSchema,
  run: async ({ api, caller }) => {
    if (caller.scope.kind === "customer") throw apiRefusal("request.out-of-scope");
    const purses = [...api.world.issuers].flatMap(([issuer, { purse }]) => (purse ? [{ issuer, purse }] : []));
    return {
      balances: await Promise.all(
        purses.map(async ({ issuer, purse }) => ({ issuer, balance: await purse.balance() })),
      ),
    };
  },
});

/** What can be bought, where it can be put, and from what it is paid. */
export const catalogueOperations: readonly Operation[] = [products, sites, balance];
