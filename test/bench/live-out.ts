import type { Order, Step } from "@hostseal/core";
import { decide, fold } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { outcomeOf } from "./ideal-world.ts";

/** What a whole life came to. */
export type Life = { readonly order: Order; readonly decisions: number; readonly steps: number };

/** The finished trip leaves the document; its chapter would go to the store, which is not measured here. */
const withoutChapter = ({ enrolment: _finished, ...order }: Order): Order => ({
  ...order,
  reminded: order.reminded.filter((id) => id.startsWith(`${order.id}:licence:`)),
});

const taken = (order: Order, step: Step, now: Instant): Order =>
  step.kind === "close-chapter"
    ? withoutChapter(order)
    : outcomeOf(order, step, now).reduce((next, event) => fold(next, event, now), order);

/** Moves an order from wait to wait until nothing of it is left to do. */
export const liveOut = (start: Order, from: Instant): Life => {
  let [order, now, decisions, steps] = [start, from, 0, 0];
  for (;;) {
    const decision = decide(order, now);
    decisions += 1;
    if (decision.kind === "rest") return { order, decisions, steps };
    if (decision.kind === "wait") now = decision.until;
    else {
      order = taken(order, decision.step, now);
      steps += 1;
    }
  }
};
