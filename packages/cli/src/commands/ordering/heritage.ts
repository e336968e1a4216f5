import type { Order, OrderWish } from "@hostseal/core";
import type { Config } from "../../composition/config-schema.ts";

/** What an order takes over when nothing else is said. */
export type Heritage = Pick<
  OrderWish,
  "years" | "keyType" | "contactEmails" | "customer" | "organisation" | "renews"
> & {
  readonly names: OrderWish["names"];
  readonly methods: OrderWish["wishes"]["methods"];
  /** Nothing when the sites are yet to be found. */
  readonly installations?: OrderWish["wishes"]["installations"];
  /** Nothing when the product is yet to be chosen. */
  readonly product?: string;
};

/** From the configuration, for an order of its own. */
export const fromConfig = ({ customer, contactEmails }: Config): Heritage => ({
  customer,
  contactEmails,
  names: [],
  years: 1,
  keyType: "ec-p256",
  methods: {},
});

/** From the order before, for a renewal. */
export const fromOrder = ({ id, product, wishes, organisation, ...before }: Order): Heritage => ({
  customer: before.customer,
  contactEmails: before.contactEmails,
  names: before.names,
  years: before.years,
  keyType: before.keyType,
  methods: wishes.methods,
  installations: wishes.installations,
  product: product.code,
  renews: id,
  ...(organisation !== undefined && { organisation }),
});
