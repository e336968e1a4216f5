import {
  asId,
  cheapestProduct,
  examineCsr,
  type HostId,
  newOrderId,
  type OrderWish,
  type Product,
  productOf,
  type SiteId,
  productsOnSale,
} from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import type { Visit } from "../journey.ts";
import type { ServerSettings } from "../../server-settings.ts";
import type { ServerWorld } from "../../server-world.ts";
import { chosenNames, type WishForm } from "./wish-form.ts";

export type Place = { readonly host: HostId; readonly site: SiteId };

export const toPlace = (host: string, site: string): Place => ({ host: asId<HostId>(host), site: asId<SiteId>(site) });

const productFor = (onSale: readonly Product[], names: readonly DomainName[], { product, years }: WishForm): Product =>
  product === "" ? cheapestProduct(onSale, { names, years, level: "dv" }) : productOf(onSale, product);

type Asked = { readonly form: WishForm; readonly place: Place; readonly visit: Visit };

/** What was sent, as a wish for an order. Whoever brings a CSR has the key, and installs the certificate. */
export const toWish = async (
  world: ServerWorld,
  settings: ServerSettings,
  { form, place, visit }: Asked,
): Promise<OrderWish> => {
  const names = chosenNames(form.names);
  const product = productFor(await productsOnSale(world.issuers.values()), names, form);
  const hasCsr = form.csr !== "";
  if (hasCsr) examineCsr(form.csr, { names, level: product.level, at: world.clock.now() });
  return {
    id: newOrderId(world.random),
    partner: settings.partner,
    customer: visit.viewer.customer,
    product,
    years: form.years,
    names,
    keyType: "ec-p256",
    contactEmails: form.contact === "" ? [] : [form.contact],
    language: visit.words.locale,
    wishes: { installations: hasCsr ? [] : [place], methods: {} },
    ...(hasCsr && { csr: form.csr }),
  };
};
