import {
  cheapestProduct,
  examineCsr,
  failure,
  newOrderId,
  productOf,
  withReachableTwin,
  productsOnSale,
} from "@hostseal/core";
import type { OrderWish, Product, Wishes } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import type { LocalWorld } from "../../composition/create-world.ts";
import { findOrder } from "../find-order.ts";
import { readNames } from "../read-names.ts";
import { readTextFile } from "../read-text-file.ts";
import type { Heritage } from "./heritage.ts";
import { fromConfig, fromOrder } from "./heritage.ts";
import type { OrderOptions } from "./order-options.ts";
import { panelPlace, type PanelPlace } from "./panel-place.ts";
import { pickMethods } from "./pick-methods.ts";
import { pickSites } from "./pick-sites.ts";
import { readOrganisation } from "./read-organisation.ts";

type Asked = { readonly names: readonly string[]; readonly options: OrderOptions };

const ofPlace = ({ customer, host, site, names }: PanelPlace): Partial<Heritage> => ({
  customer,
  names,
  installations: [{ host, site }],
});

const heritageOf = async (world: LocalWorld, { options }: Asked): Promise<Heritage> => {
  const place = await panelPlace(world, options);
  const own =
    options.renews === undefined ? fromConfig(world.config) : fromOrder(await findOrder(world, options.renews));
  return {
    ...own,
    ...(place && ofPlace(place)),
    ...(options.years !== undefined && { years: options.years }),
    ...(options.keyType !== undefined && { keyType: options.keyType }),
    ...(options.product !== undefined && { product: options.product }),
    ...(options.contact.length > 0 && { contactEmails: options.contact }),
    ...(options.organisation !== undefined && { organisation: await readOrganisation(options.organisation) }),
  };
};

const namesOf = ({ names }: Asked, heritage: Heritage): readonly DomainName[] => {
  const wanted = names.length > 0 ? readNames(names) : heritage.names;
  if (wanted.length > 0) return wanted;
  throw failure("input.option", { option: "names", because: "at least one name is needed" });
};

const pickProduct = async (world: LocalWorld, names: readonly DomainName[], heritage: Heritage): Promise<Product> => {
  const { product, years, organisation } = heritage;
  const onSale = await productsOnSale(world.issuers.values());
  if (product !== undefined) return productOf(onSale, product);
  return cheapestProduct(onSale, { names, years, level: organisation === undefined ? "dv" : "ov" });
};

const pickInstallations = async (
  world: LocalWorld,
  names: readonly DomainName[],
  { options, heritage }: { readonly options: OrderOptions; readonly heritage: Heritage },
): Promise<Wishes["installations"]> => {
  const { install, csr } = options;
  if (install === false) return [];
  if (install.length === 0 && heritage.installations !== undefined) return heritage.installations;
  return csr !== undefined && install.length === 0 ? [] : pickSites(names, { world, named: install });
};

const pickWishes = async (
  world: LocalWorld,
  names: readonly DomainName[],
  { options, heritage }: { readonly options: OrderOptions; readonly heritage: Heritage },
): Promise<Wishes> => {
  const known = Object.entries(heritage.methods).filter(([name]) => names.some((one) => one === name));
  const { method: methods, emailApprover: approvers } = options;
  const chosen = pickMethods(names, { methods, approvers, at: world.clock.now() });
  return {
    installations: await pickInstallations(world, names, { options, heritage }),
    methods: { ...Object.fromEntries(known), ...chosen },
  };
};

/** What was typed, as a wish for an order; what a renewal leaves out is taken over from the order before. */
export const toOrderWish = async (world: LocalWorld, asked: Asked): Promise<OrderWish> => {
  const { options } = asked;
  const heritage = await heritageOf(world, asked);
  const typed = namesOf(asked, heritage);
  const product = await pickProduct(world, typed, heritage);
  const names = await withReachableTwin(typed, product, (question) => world.probe.dns(question));
  const csr = options.csr === undefined ? undefined : await readTextFile("--csr", options.csr);
  if (csr !== undefined) examineCsr(csr, { names, level: product.level, at: world.clock.now() });
  const { customer, years, keyType, contactEmails, organisation, renews } = heritage;
  return {
    id: newOrderId(world.random),
    partner: world.config.partner,
    customer,
    product,
    years,
    names,
    keyType,
    contactEmails,
    wishes: await pickWishes(world, names, { options, heritage }),
    ...(organisation !== undefined && product.level !== "dv" && { organisation }),
    ...(renews !== undefined && { renews }),
    ...(csr !== undefined && { csr }),
  };
};
