import { formatMoney } from "@hostseal/core";
import type { Product } from "@hostseal/core";
import { toTable } from "./table.ts";

const yearsText = ({ years }: Product): string => {
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? String(first) : `${first} to ${last}`;
};

const holdsText = ({ maxNames, wildcard, includesWwwTwin }: Product): string =>
  [
    maxNames === 1 ? "one name" : `up to ${maxNames} names`,
    ...(wildcard ? ["wildcards"] : []),
    ...(includesWwwTwin ? ["www included"] : []),
  ].join(", ");

const toRow = (product: Product): readonly string[] => [
  product.code,
  product.title,
  product.level.toUpperCase(),
  holdsText(product),
  yearsText(product),
  formatMoney(product.price.perYear),
  product.maxNames === 1 ? "" : formatMoney(product.price.perExtraNamePerYear),
];

/** What is on sale, a line each. */
export const toProductTable = (products: readonly Product[]): readonly string[] =>
  toTable(["Code", "Product", "Level", "Holds", "Years", "A year", "Further name"], products.map(toRow));
