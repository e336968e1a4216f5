import {
  asId,
  cheapestProduct,
  type HostId,
  newOrder,
  newOrderId,
  type Order,
  type OrderWish,
  runCommand,
  type Scope,
  settle,
  type SiteId,
} from "@hostseal/core";
import { type DomainName, parseDomainName } from "@hostseal/rules";
import type { Stage } from "./stage.ts";

export type Placing = {
  readonly names: readonly string[];
  readonly customer?: string;
  readonly contact?: string;
  /** The site it is installed on; without one the customer fetches the key. */
  readonly site?: string;
  readonly methods?: OrderWish["wishes"]["methods"];
};

const MOST_ROUNDS = 60;

const nameOf = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind === "refused") throw new TypeError(`${text}: ${parsed.code}`);
  return parsed.name;
};

/** A draft in the store, of which nothing is known yet. */
export const putDraft = async ({ world }: Stage, placing: Placing): Promise<Order> => {
  const { names, customer = "harbour", contact = "owner@harbour.example", site, methods = {} } = placing;
  const products = await Promise.all([...world.issuers.values()].map(async ({ catalogue }) => catalogue?.products()));
  const wanted = names.map(nameOf);
  const onSale = products.flatMap((some = []) => some);
  const installations = site === undefined ? [] : [{ host: asId<HostId>("panel"), site: asId<SiteId>(site) }];
  const wish: OrderWish = {
    id: newOrderId(world.random),
    partner: world.config.partner,
    customer: asId(customer),
    product: cheapestProduct(onSale, { names: wanted, years: 1, level: "dv" }),
    years: 1,
    names: wanted,
    keyType: "ec-p256",
    contactEmails: [contact],
    wishes: { installations, methods },
  };
  const draft = newOrder(wish, world.clock.now(), contact);
  await world.store.put(draft, 0);
  return draft;
};

const scopeOf = ({ partner, customer }: Order): Scope => ({ kind: "customer", partner, customer });

/** Lets an order live, its clock jumping from look to look, until it is as wanted. Only where no pilot flies. */
export const liveUntil = async (stage: Stage, order: Order, isWanted: (order: Order) => boolean): Promise<Order> => {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { order: now, decision } = await settle(stage.world, order.id);
    if (isWanted(now)) return now;
    if (decision.kind === "wait") stage.demo.clock.advanceTo(decision.until);
  }
  throw new TypeError(`order ${order.id} does not become what the test wants`);
};

/** An order that was confirmed and lived until it is as wanted: until its certificate is issued, if nothing else. */
export const placeOrder = async (
  stage: Stage,
  placing: Placing,
  isWanted: (order: Order) => boolean = ({ state }) => state.kind === "active",
): Promise<Order> => {
  const draft = await putDraft(stage, placing);
  const { order } = await settle(stage.world, draft.id);
  const caller = { scope: scopeOf(order), by: "customer" };
  await runCommand(stage.world, order.id, { kind: "accept-agreement" }, caller);
  await runCommand(stage.world, order.id, { kind: "confirm", price: order.price }, caller);
  return liveUntil(stage, order, isWanted);
};
