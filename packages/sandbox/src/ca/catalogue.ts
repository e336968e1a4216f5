import type { Product } from "@hostseal/core";
import { asId } from "@hostseal/core";

type Terms = Pick<Product, "code" | "title" | "level"> & {
  readonly wildcard?: boolean;
  readonly maxNames: number;
  readonly includesWwwTwin?: boolean;
  /** Cents of a euro, for each year. */
  readonly perYear: number;
  readonly perExtraName?: number;
};

const euros = (amount: number) => ({ amount, currency: "EUR" });

const onSale = ({
  wildcard = false,
  includesWwwTwin = false,
  perYear,
  perExtraName = 0,
  ...terms
}: Terms): Product => ({
  ...terms,
  wildcard,
  includesWwwTwin,
  issuer: asId("sandbox"),
  brand: "sandbox",
  years: [1, 2, 3, 4, 5],
  price: { perYear: euros(perYear), perExtraNamePerYear: euros(perExtraName) },
});

/** What the authority sells. Prices are invented; their shape is a reseller's. */
export const CATALOGUE: readonly Product[] = [
  onSale({ code: "sandbox-dv", title: "Sandbox DV", level: "dv", maxNames: 1, perYear: 900 }),
  onSale({
    code: "sandbox-dv-www",
    title: "Sandbox DV with www",
    level: "dv",
    maxNames: 2,
    includesWwwTwin: true,
    perYear: 1100,
  }),
  onSale({
    code: "sandbox-dv-multi",
    title: "Sandbox DV Multi-Domain",
    level: "dv",
    wildcard: true,
    maxNames: 100,
    includesWwwTwin: true,
    perYear: 2400,
    perExtraName: 600,
  }),
  onSale({
    code: "sandbox-dv-wildcard",
    title: "Sandbox DV Wildcard",
    level: "dv",
    wildcard: true,
    maxNames: 2,
    perYear: 5900,
  }),
  onSale({
    code: "sandbox-ov",
    title: "Sandbox OV",
    level: "ov",
    wildcard: true,
    maxNames: 100,
    includesWwwTwin: true,
    perYear: 4900,
    perExtraName: 1500,
  }),
  onSale({
    code: "sandbox-ev",
    title: "Sandbox EV",
    level: "ev",
    maxNames: 100,
    includesWwwTwin: true,
    perYear: 9900,
    perExtraName: 2900,
  }),
];
