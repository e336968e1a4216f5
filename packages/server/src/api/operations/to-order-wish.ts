import {
  asId,
  cheapestProduct,
  type CustomerId,
  examineCsr,
  failure,
  type HostId,
  newOrderId,
  type Organisation,
  type OrderWish,
  type Product,
  productOf,
  type SiteId,
  sitesFor,
  type Wishes,
  productsOnSale,
} from "@hostseal/core";
import type { DomainName, Instant } from "@hostseal/rules";
import type { ServerWorld } from "../../server-world.ts";
import type { Call } from "../api.ts";
import type { NewOrderRequest } from "../schemas/requests.ts";
import { customerIn } from "../scope-of.ts";
import { readMethod } from "./read-methods.ts";
import { readNames } from "./read-names.ts";

type Asked = { readonly names: readonly DomainName[]; readonly customer: CustomerId; readonly body: NewOrderRequest };

const pickProduct = async (world: ServerWorld, { names, body }: Asked): Promise<Product> => {
  const onSale = await productsOnSale(world.issuers.values());
  const { product, level, years } = body;
  return product === undefined ? cheapestProduct(onSale, { names, years, level }) : productOf(onSale, product);
};

/** Only sites of the customer's own; fails with `host.site-unknown` for every other. */
const pickSites = async (world: ServerWorld, { names, customer, body }: Asked): Promise<Wishes["installations"]> => {
  const hosts = world.hostsOfCustomer(customer);
  if (body.installations === "auto") return sitesFor(names, hosts);
  return Promise.all(
    body.installations.map(async ({ host, site }) => {
      const sites = (await hosts.find(({ id }) => id === host)?.sites()) ?? [];
      if (!sites.some(({ id }) => id === site)) throw failure("host.site-unknown", { host, site });
      return { host: asId<HostId>(host), site: asId<SiteId>(site) };
    }),
  );
};

const pickMethods = ({ names, body }: Asked, at: Instant): Wishes["methods"] =>
  Object.fromEntries(
    names.flatMap((name) => {
      const method = Object.hasOwn(body.methods, name) ? body.methods[name] : undefined;
      return method === undefined ? [] : [[name, readMethod(name, method, at)]];
    }),
  );

const toOrganisation = ({
  registrationNumber,
  ...rest
}: NonNullable<NewOrderRequest["organisation"]>): Organisation => ({
  ...rest,
  ...(registrationNumber !== undefined && { registrationNumber }),
});

/** What was sent, as a wish for an order. */
export const toOrderWish = async ({
  api,
  caller,
  body,
  random,
}: Call<unknown, NewOrderRequest>): Promise<OrderWish> => {
  const { world, settings } = api;
  const now = world.clock.now();
  const asked: Asked = { names: readNames(body.names), customer: customerIn(caller, body.customer), body };
  const { names, customer } = asked;
  const product = await pickProduct(world, asked);
  if (body.csr !== undefined) examineCsr(body.csr, { names, level: product.level, at: now });
  return {
    id: newOrderId(random),
    partner: settings.partner,
    customer,
    product,
    years: body.years,
    names,
    keyType: body.keyType,
    contactEmails: body.contactEmails,
    wishes: { installations: await pickSites(world, asked), methods: pickMethods(asked, now) },
    ...(body.organisation && product.level !== "dv" && { organisation: toOrganisation(body.organisation) }),
    ...(body.csr !== undefined && { csr: body.csr }),
  };
};
