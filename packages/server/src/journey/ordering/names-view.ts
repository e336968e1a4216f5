import type { Product, Site } from "@hostseal/core";
import { type DomainName, isWildcard, toUnicodeName } from "@hostseal/rules";

/** The first step: which names, which product, for how long. */
export type NamesView = {
  readonly host: string;
  readonly site: string;
  readonly names: readonly { readonly name: DomainName; readonly text: string; readonly isChosen: boolean }[];
  readonly products: readonly { readonly code: string; readonly title: string; readonly level: Product["level"] }[];
  readonly years: readonly number[];
  readonly contact: string;
};

/** A wildcard is offered and not chosen: it needs another product, and a record in DNS. */
const isUsual = (name: DomainName): boolean => !isWildcard(name);

/** Products of the same names and years differ by their level and price; the years are those of all. */
export const toNamesView = (
  { host, site }: { readonly host: string; readonly site: Site },
  products: readonly Product[],
  contact: string,
): NamesView => ({
  host,
  site: site.id,
  names: site.names.map((name) => ({ name, text: toUnicodeName(name), isChosen: isUsual(name) })),
  products: products.map(({ code, title, level }) => ({ code, title, level })),
  years: [...new Set(products.flatMap(({ years }) => years))].toSorted((one, other) => one - other),
  contact,
});
