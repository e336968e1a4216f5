import { asId, type Order, type OrderId, type Scope, type Store, everyOrder } from "@hostseal/core";
import { type DomainName, parseDomainName } from "@hostseal/rules";
import type { SearchForm } from "./search-form.ts";

/** The host name in what somebody copied from an address bar. */
const hostIn = (text: string): string =>
  text
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/[/:?#].*$/s, "")
    .replace(/\.$/, "");

/** People write a site with and without its `www`, whichever of them is on the order. */
const namesMeant = (text: string): readonly DomainName[] => {
  const host = hostIn(text).replace(/^www\./i, "");
  return [host, `www.${host}`].flatMap((one) => {
    const parsed = parseDomainName(one);
    return parsed.kind === "name" ? [parsed.name] : [];
  });
};

const ordersNamed = async (store: Store, text: string, scope: Scope): Promise<readonly Order[]> => {
  const names = namesMeant(text);
  return (await Promise.all(names.map(async (name) => Array.fromAsync(everyOrder(store, { scope, name }))))).flat();
};

const orderNumbered = async (store: Store, text: string, scope: Scope): Promise<readonly Order[]> => {
  const stored = /^[\w-]+$/.test(text) ? await store.get(asId<OrderId>(text), scope) : undefined;
  return stored ? [stored.order] : [];
};

const contactOn = ({ contactEmails }: Order, email: string): string | undefined =>
  contactEmails.find((contact) => contact.toLowerCase() === email.toLowerCase());

/** An order, and the contact as it stands on it: only there is anything sent. */
export type Match = { readonly order: Order; readonly contact: string };

/** Orders with this name or number that name this e-mail as a contact, the newest first. */
export const findOrders = async (
  store: Store,
  { wanted, email }: Pick<SearchForm, "wanted" | "email">,
  scope: Scope,
): Promise<readonly Match[]> => {
  const found = [...(await orderNumbered(store, wanted, scope)), ...(await ordersNamed(store, wanted, scope))];
  const distinct = [...new Map(found.map((order) => [order.id, order])).values()];
  return distinct
    .toSorted((one, other) => other.createdAt - one.createdAt)
    .flatMap((order) => {
      const contact = contactOn(order, email);
      return contact === undefined ? [] : [{ order, contact }];
    });
};
