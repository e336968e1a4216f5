import type { Brand, DomainName, Level } from "@hostseal/rules";
import { isWildcard, wwwTwin } from "@hostseal/rules";
import type { IssuerId } from "../identifiers.ts";
import type { Money } from "./money.ts";

/** What a partner sells: one row of an issuer's catalogue, copied into the order so that later price changes never touch it. */
export type Product = {
  readonly code: string;
  readonly title: string;
  readonly issuer: IssuerId;
  readonly brand: Brand;
  readonly level: Level;
  /** Whether `*.example.com` may be ordered. */
  readonly wildcard: boolean;
  /** How many names one certificate may hold. */
  readonly maxNames: number;
  /** Whether the `www` twin of an apex name (and the apex of a `www` name) is included without a charge. */
  readonly includesWwwTwin: boolean;
  /** Licence lengths on sale, in years. */
  readonly years: readonly number[];
  readonly price: {
    /** For the first name, each year. */
    readonly perYear: Money;
    /** For every further name, each year. */
    readonly perExtraNamePerYear: Money;
  };
};

/** The names that are paid for: the first one, and every other that is not the included `www` twin of an ordered name. */
const extraNames = (product: Product, names: readonly DomainName[]): number => {
  const [, ...others] = names;
  if (!product.includesWwwTwin) return others.length;
  return others.filter((name) => {
    const twin = isWildcard(name) ? undefined : wwwTwin(name);
    return twin === undefined || names.indexOf(twin) === -1 || names.indexOf(twin) > names.indexOf(name);
  }).length;
};

/** The whole price of a licence, as it is shown before ordering. Reissues inside the licence cost nothing. */
export const priceOf = (product: Product, names: readonly DomainName[], years: number): Money => {
  const { perYear, perExtraNamePerYear } = product.price;
  const yearly = perYear.amount + perExtraNamePerYear.amount * extraNames(product, names);
  return { amount: yearly * years, currency: perYear.currency };
};
