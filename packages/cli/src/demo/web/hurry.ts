import { setTimeout as sleep } from "node:timers/promises";
import { decide, needsSomebody, type Order } from "@hostseal/core";
import { HOUR, type Instant, MINUTE } from "@hostseal/rules";
import type { VirtualClock } from "@hostseal/sandbox";
import type { Pause } from "@hostseal/server";
import type { LocalWorld } from "../../composition/create-world.ts";

/** How long a viewer sees each state before the demo's clock jumps to the next. */
const A_MOMENT = 500;
/** The clock jumps over what a certificate authority takes, and never over the life of a certificate. */
const LONGEST_JUMP = 12 * HOUR;
const MOST_UNDER_WAY = 50;

/** When an order that waits for nobody in front of the screen goes on. */
const goesOnAt = (order: Order, now: Instant): Instant => {
  const decision = decide(order, now);
  const isBusy = decision.kind === "wait" && !needsSomebody(decision.actor) && !decision.reason.startsWith("licence.");
  return isBusy ? decision.until : Infinity;
};

/** Waits as a demo does: what takes hours at a certificate authority takes a moment, while people take their time. */
export const createHurry =
  ({ store }: LocalWorld, clock: VirtualClock): Pause =>
  async (next = Infinity, signal) => {
    const scope = { kind: "everything" } as const;
    const { orders } = await store.query({ scope, state: "placed", limit: MOST_UNDER_WAY });
    const now = clock.now();
    const goal = Math.min(...orders.map((order) => goesOnAt(order, now)));
    if (goal > now + LONGEST_JUMP) return clock.until(Math.min(next, now + MINUTE), signal);
    await sleep(A_MOMENT, undefined, { signal });
    clock.advanceTo(goal);
  };
