import { advance, asId, runCommand, settle, verifyChain } from "@hostseal/core";
import type {
  Advanced,
  Caller,
  Chapter,
  ChainVerdict,
  Command,
  JournalEntry,
  Order,
  OrderEvent,
  OrderId,
  OrderWish,
  Organisation,
  Settled,
} from "@hostseal/core";
import type { DomainName, Instant } from "@hostseal/rules";
import { fromIso, parseDomainName } from "@hostseal/rules";
import type { Simulation } from "../doubles/simulation.ts";

/** The day on which every simulated order is made. */
export const START = fromIso("2026-11-21");

/** The first order of every simulation. */
export const ID: OrderId = asId("ord_1");

/** The customer of every simulated order. */
export const CUSTOMER: Caller = { scope: { kind: "everything" }, by: "customer" };

export const name = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind === "refused") throw new TypeError(parsed.code);
  return parsed.name;
};

export const SHOP = name("shop.example.com");
export const WWW = name("www.shop.example.com");

export const ask = (simulation: Simulation, id: OrderId, command: Command): Promise<Order> =>
  runCommand(simulation.world, id, command, CUSTOMER);

/** Settles a draft until it has been examined; a world that is ill takes time. */
const examined = async (simulation: Simulation, id: OrderId): Promise<Order> => {
  const { order, decision } = await settle(simulation.world, id);
  if (order.preflight !== undefined || decision.kind === "rest") return order;
  simulation.clock.set(decision.until);
  return examined(simulation, id);
};

/** Orders and confirms as a customer would. */
export const confirmed = async (simulation: Simulation, changes?: Partial<OrderWish>): Promise<OrderId> => {
  const id = await simulation.create(changes);
  const order = await examined(simulation, id);
  await ask(simulation, id, { kind: "accept-agreement" });
  await ask(simulation, id, { kind: "confirm", price: order.price });
  return id;
};

/** An order that was confirmed, as far as it comes without time passing. */
export const settled = async (simulation: Simulation, changes?: Partial<OrderWish>): Promise<Settled> =>
  settle(simulation.world, await confirmed(simulation, changes));

type Hear = (advanced: Advanced) => void;

/** Lets time pass, from one look to the next, until `end` or until there is nothing left to do. */
export const liveUntil = async (simulation: Simulation, id: OrderId, end: Instant, onStep?: Hear): Promise<Settled> => {
  for (let look = 0; look < 20_000; look += 1) {
    const now = await settle(simulation.world, id, onStep);
    if (now.decision.kind === "rest" || now.decision.until > end) {
      simulation.clock.set(end);
      return now;
    }
    simulation.clock.set(now.decision.until);
  }
  throw new TypeError(`the order ${id} never came to ${end}`);
};

/** Confirms the first order and lets it live for some time. */
export const activeFor = async (simulation: Simulation, time: number): Promise<void> => {
  await liveUntil(simulation, await confirmed(simulation), START + time);
};

/** Steps until the next would be of this kind, and stops before it. */
export const until = async (simulation: Simulation, id: OrderId, stop: (order: Order) => boolean): Promise<Order> => {
  for (let step = 0; step < 200; step += 1) {
    const { order, decision } = await advance(simulation.world, id);
    if (stop(order)) return order;
    if (decision.kind === "wait") simulation.clock.set(decision.until);
  }
  throw new TypeError("the order never came there");
};

export const orderOf = async (simulation: Simulation, id: OrderId = ID): Promise<Order> => {
  const stored = await simulation.store.get(id, { kind: "everything" });
  if (stored === undefined) throw new TypeError(`there is no order ${id}`);
  return stored.order;
};

export const chaptersOf = async (simulation: Simulation, id: OrderId): Promise<readonly Chapter[]> => {
  const chapters: Chapter[] = [];
  for await (const chapter of simulation.store.chapters(id, { kind: "everything" })) chapters.push(chapter);
  return chapters;
};

/** The whole journal of an order, over all chapters. */
export const journalOf = async (simulation: Simulation, id: OrderId): Promise<readonly JournalEntry[]> => {
  const closed = await chaptersOf(simulation, id);
  const { journal } = await orderOf(simulation, id);
  return [...closed.flatMap(({ entries }) => entries), ...journal.entries];
};

/** What happened to the first order of one kind, and when. */
export const eventsOf = async <Kind extends OrderEvent["kind"]>(simulation: Simulation, kind: Kind) =>
  (await journalOf(simulation, ID)).flatMap(({ at, event }) =>
    event.kind === kind ? [{ at, event: event as Extract<OrderEvent, { kind: Kind }> }] : [],
  );

/** Why each trip of the first order was begun. */
export const reasonsOf = async (simulation: Simulation) =>
  (await eventsOf(simulation, "enrolment.begun")).map(({ event }) => event.reason);

/** What a visitor gets from each host. */
export const served = ({ hosts }: Simulation): readonly (string | undefined)[] =>
  hosts.map(({ world }) => world.served(SHOP));

/** What walking the whole journal of an order says of it. */
export const verdictOf = async (simulation: Simulation, id: OrderId): Promise<ChainVerdict> =>
  verifyChain(id, await journalOf(simulation, id), (await orderOf(simulation, id)).journal.head);

export const ORGANISATION: Organisation = {
  name: "Example Shop Ltd",
  street: "1 High Street",
  city: "Leeds",
  region: "West Yorkshire",
  postcode: "LS1 1AA",
  country: "GB",
  phone: "+441130000000",
};
