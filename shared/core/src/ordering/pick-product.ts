import { withIncludedTwin } from "../commands/new-order.ts";
import { failure } from "../errors/failure.ts";
import { priceOf, type Product } from "../orders/product.ts";
import { isWildcard } from "@hostseal/rules";
import type { DomainName, Level } from "@hostseal/rules";

export type ProductWish = {
  readonly names: readonly DomainName[];
  readonly years: number;
  /** `dv`, unless an organisation shall be named. */
  readonly level: Level;
};

const fits = (product: Product, { names, years, level }: ProductWish): boolean =>
  product.level === level &&
  product.years.includes(years) &&
  (product.wildcard || !names.some(isWildcard)) &&
  names.length <= product.maxNames;

const priceFor = (product: Product, { names, years }: ProductWish): number =>
  priceOf(product, withIncludedTwin(names, product.includesWwwTwin), years).amount;

/** The product with this code. Fails with `product.unknown`, which names what is on sale. */
export const productOf = (products: readonly Product[], code: string): Product => {
  const product = products.find((one) => one.code === code);
  if (product !== undefined) return product;
  throw failure("product.unknown", { product: code, available: products.map((one) => one.code).join(", ") });
};

/** The cheapest product that can hold the names. Fails with `product.unknown` when none can. */
export const cheapestProduct = (products: readonly Product[], wish: ProductWish): Product => {
  const [cheapest] = products
    .filter((product) => fits(product, wish))
    .toSorted((left, right) => priceFor(left, wish) - priceFor(right, wish));
  if (cheapest !== undefined) return cheapest;
  const asked = `${wish.level.toUpperCase()} for ${wish.names.length} name(s) and ${wish.years} year(s)`;
  throw failure("product.unknown", { product: asked, available: products.map((one) => one.code).join(", ") });
};
