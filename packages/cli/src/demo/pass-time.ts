import { runDue, watchIssuer, watchSites } from "@hostseal/core";
import type { Advanced, Order, OrderId } from "@hostseal/core";
import { DAY, SECOND } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import { actAsCustomer } from "./people/act-as-customer.ts";
import type { Stage } from "./stage.ts";

const WATCH_EVERY = 7 * DAY;
/** Time goes on, whatever is due. */
const SHORTEST_JUMP = SECOND;
const EVERYTHING = { kind: "everything" } as const;

export type Passage = {
  readonly until: Instant;
  /** Hears of every stop of the clock. */
  readonly atStop?: () => Promise<void>;
};

/** Settles what is due, and lets the owners act on what waits for them. */
const actOnDue = async (stage: Stage): Promise<void> => {
  const stuck = new Map<OrderId, Instant>();
  const resting = new Map<OrderId, Advanced>();
  const onStep = (advanced: Advanced): void => {
    stage.narrator.journal(advanced.order);
    resting.set(advanced.order.id, advanced);
  };
  await runDue(stage.world, onStep, stuck);
  for (const id of stuck.keys()) throw new TypeError(`order ${id} of the demo cannot be worked on`);
  for (const { order, decision } of resting.values())
    if (decision.kind === "wait") await actAsCustomer(stage, order, decision);
};

const activeOrders = async ({ world }: Stage): Promise<readonly Order[]> =>
  (await world.store.query({ scope: EVERYTHING, state: "active", limit: 1000 })).orders;

/** Looks at every issuer and at every site from outside, as the autopilot does. */
const watchAll = async (stage: Stage): Promise<void> => {
  for (const { id } of await activeOrders(stage)) {
    await watchIssuer(stage.world, id);
    await watchSites(stage.world, id);
  }
};

/** Lets time pass: the clock jumps from one thing to do to the next, and everything is watched every week. */
export const passTime = async (stage: Stage, { until, atStop }: Passage): Promise<void> => {
  const { clock } = stage.demo;
  let watchAt = clock.now();
  while (clock.now() < until) {
    stage.signal.throwIfAborted();
    const due = (await stage.world.store.nextDue()) ?? until;
    const next = Math.max(Math.min(due, watchAt), clock.now() + SHORTEST_JUMP);
    clock.advanceTo(Math.min(next, until));
    await actOnDue(stage);
    if (clock.now() >= watchAt) {
      await watchAll(stage);
      watchAt = clock.now() + WATCH_EVERY;
    }
    await atStop?.();
  }
};
