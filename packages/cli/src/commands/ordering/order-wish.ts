import { examineCsr, failure, withIncludedTwin } from "@hostseal/core";
import type { Order, OrderWish, Product, Wishes } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import type { LocalWorld } from "../../composition/create-world.ts";
import { newOrderId } from "../../composition/order-id.ts";
import { findOrder } from "../find-order.ts";
import { readNames } from "../read-names.ts";
import { readTextFile } from "../read-text-file.ts";
import { allProducts } from "./all-products.ts";
import type { OrderOptions } from "./order-options.ts";
import { pickMethods } from "./pick-methods.ts";
import { cheapestProduct, productOf } from "./pick-product.ts";
import { pickSites } from "./pick-sites.ts";
import { readOrganisation } from "./read-organisation.ts";

type Asked = { readonly names: readonly string[]; readonly options: OrderOptions };

type Circumstances = { readonly world: LocalWorld; readonly asked: Asked; readonly before: Order | undefined };

const DEFAULT_KEY = "ec-p256";

const namesOf = ({ names }: Asked, before: Order | undefined): readonly DomainName[] => {
  if (names.length > 0) return readNames(names);
  if (before !== undefined) return before.names;
  throw failure("input.option", { option: "names", because: "at least one name is needed" });
};

const organisationOf = async ({ options }: Asked, before: Order | undefined) =>
  options.organisation === undefined ? before?.organisation : readOrganisation(options.organisation);

const pickProduct = async (
  world: LocalWorld,
  {
    names,
    years,
    code,
    isNamed,
  }: { names: readonly DomainName[]; years: number; code: string | undefined; isNamed: boolean },
): Promise<Product> => {
  const products = await allProducts(world);
  return code === undefined
    ? cheapestProduct(products, { names, years, level: isNamed ? "ov" : "dv" })
    : productOf(products, code);
};

const installationsOf = async (
  names: readonly DomainName[],
  { world, asked, before }: Circumstances,
): Promise<Wishes["installations"]> => {
  const { install, csr } = asked.options;
  if (install === false) return [];
  if (before !== undefined && install.length === 0) return before.wishes.installations;
  return csr !== undefined && install.length === 0 ? [] : pickSites(names, { world, named: install });
};

const methodsOf = (
  names: readonly DomainName[],
  { world, asked: { options }, before }: Circumstances,
): Wishes["methods"] => ({
  ...Object.fromEntries(
    Object.entries(before?.wishes.methods ?? {}).filter(([name]) => names.some((one) => one === name)),
  ),
  ...pickMethods(names, { methods: options.method, approvers: options.emailApprover, at: world.clock.now() }),
});

/** What was typed, as a wish for an order; what a renewal leaves out is taken over from the order before. */
export const toOrderWish = async (world: LocalWorld, asked: Asked): Promise<OrderWish> => {
  const { options } = asked;
  const before = options.renews === undefined ? undefined : await findOrder(world, options.renews);
  const circumstances = { world, asked, before };
  const typed = namesOf(asked, before);
  const years = options.years ?? before?.years ?? 1;
  const organisation = await organisationOf(asked, before);
  const code = options.product ?? before?.product.code;
  const product = await pickProduct(world, { names: typed, years, code, isNamed: organisation !== undefined });
  const names = withIncludedTwin(typed, product.includesWwwTwin);
  const csr = options.csr === undefined ? undefined : await readTextFile("--csr", options.csr);
  if (csr !== undefined) examineCsr(csr, { names, level: product.level, at: world.clock.now() });
  const contacts = options.contact.length > 0 ? options.contact : (before?.contactEmails ?? world.config.contactEmails);
  return {
    id: newOrderId(world.random),
    partner: world.config.partner,
    customer: before?.customer ?? world.config.customer,
    product,
    years,
    names,
    keyType: options.keyType ?? before?.keyType ?? DEFAULT_KEY,
    contactEmails: contacts,
    wishes: {
      installations: await installationsOf(names, circumstances),
      methods: methodsOf(names, circumstances),
    },
    ...(organisation !== undefined && product.level !== "dv" && { organisation }),
    ...(before !== undefined && { renews: before.id }),
    ...(csr !== undefined && { csr }),
  };
};
