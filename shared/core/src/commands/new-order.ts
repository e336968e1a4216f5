import { isWildcard, wildcardAllowed, wwwTwin } from "@hostseal/rules";
import type { DomainName, Instant } from "@hostseal/rules";
import { failure } from "../errors/failure.ts";
import type { NewOrder } from "../orders/event.ts";
import { createdFrom } from "../orders/evolve.ts";
import type { Order } from "../orders/order.ts";
import { priceOf } from "../orders/product.ts";

export type OrderWish = Omit<NewOrder, "price">;

/** What decides whether a product can hold something. */
type Holding = Pick<OrderWish, "product" | "names" | "csr" | "wishes">;
type Check<Subject> = (subject: Subject) => string | undefined;

const hasNames: Check<Holding> = ({ names }) => (names.length > 0 ? undefined : "it has no name");
const namesAreDistinct: Check<Holding> = ({ names }) =>
  new Set(names).size === names.length ? undefined : "a name is there twice";
const fitsProduct: Check<Holding> = ({ product, names }) =>
  names.length <= product.maxNames
    ? undefined
    : `${product.title} holds ${product.maxNames} name(s), and ${names.length} were given`;
const wildcardsFit: Check<Holding> = ({ product, names }) => {
  if (!names.some(isWildcard)) return undefined;
  if (wildcardAllowed(product.level).kind === "refused")
    return `${product.level.toUpperCase()} certificates hold no wildcards`;
  return product.wildcard ? undefined : `${product.title} holds no wildcards`;
};
const yearsAreOnSale: Check<OrderWish> = ({ product, years }) =>
  product.years.includes(years)
    ? undefined
    : `${product.title} is sold for ${product.years.join(", ")} years, not ${years}`;
const organisationIsNamed: Check<OrderWish> = ({ product, organisation }) =>
  product.level === "dv" || organisation !== undefined
    ? undefined
    : `${product.title} names an organisation, and none was given`;
const somebodyHears: Check<OrderWish> = ({ contactEmails }) =>
  contactEmails.length > 0 ? undefined : "no e-mail address was given for messages about it";
const keyCanBeInstalled: Check<Holding> = ({ csr, wishes }) =>
  csr === undefined || wishes.installations.length === 0
    ? undefined
    : "it brings its own CSR, so its key cannot be installed by us; leave the installation out";

const holdingChecks: readonly Check<Holding>[] = [
  hasNames, //            make sure that there is something to certify
  namesAreDistinct, //    make sure that nothing is paid twice
  fitsProduct, //         make sure that the product can hold the names
  wildcardsFit, //        make sure that level and product allow wildcards
  keyCanBeInstalled, //   make sure that key and certificate can come together
];

const orderChecks: readonly Check<OrderWish>[] = [
  yearsAreOnSale, //      make sure that the licence exists
  organisationIsNamed, // make sure that OV and EV have somebody to name
  somebodyHears, //       make sure that nothing expires unheard
];

const firstObjection = <Subject>(checks: readonly Check<Subject>[], subject: Subject): string | undefined => {
  for (const check of checks) {
    const because = check(subject);
    if (because !== undefined) return because;
  }
  return undefined;
};

/** Why a certificate of the product cannot hold these names and this CSR, if it cannot. */
export const whyNotHeld = (holding: Holding): string | undefined => firstObjection(holdingChecks, holding);

/** A draft order, priced. Nothing is promised or charged by it. Fails with `order.invalid` and what to correct. */
export const newOrder = (wish: OrderWish, at: Instant, by: string): Order => {
  const because = whyNotHeld(wish) ?? firstObjection(orderChecks, wish);
  if (because !== undefined) throw failure("order.invalid", { because });
  const price = priceOf(wish.product, wish.names, wish.years);
  return createdFrom({ kind: "order.created", order: { ...wish, price } }, at, by);
};

/** The names of an order with the `www` twin of its first name, when the product includes it without a charge. */
export const withIncludedTwin = (names: readonly DomainName[], includes: boolean): readonly DomainName[] => {
  const [first] = names;
  const twin = first === undefined || !includes || isWildcard(first) ? undefined : wwwTwin(first);
  return twin === undefined || names.includes(twin) ? names : [...names, twin];
};
