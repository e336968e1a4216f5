import { settle } from "@hostseal/core";
import type { Order, OrderId, Settled, Wait } from "@hostseal/core";
import { note } from "../views/events/line.ts";
import { toMoment } from "../views/times.ts";
import { actAsCustomer } from "./people/act-as-customer.ts";
import type { Stage } from "./stage.ts";

/** More waits than any order of the demo has before it is proven. */
const MOST_WAITS = 200;
/** The clock is told to have moved on when it moves further than this. */
const WORTH_TELLING = 30 * 60_000;

/** What else somebody does about a wait: true when they did something. */
export type React = (order: Order, wait: Wait) => boolean | Promise<boolean>;

const isAtRest = ({ reason }: Wait): boolean => /^(?:licence|draft|site)\./.test(reason);

const moveTo = ({ demo, narrator }: Stage, { until }: Wait): void => {
  const far = until - demo.clock.now() > WORTH_TELLING;
  demo.clock.advanceTo(until);
  if (far) narrator.says(note(`The clock moves on to ${toMoment(until)}`));
};

/**
 * Lets an order live until it rests: the people it waits for act, and the clock jumps to each next look. Fails with
 * `TypeError` when it does not come to rest, which would be a mistake of the demo.
 */
export const liveOn = async (stage: Stage, id: OrderId, react?: React): Promise<Settled> => {
  let told = "";
  for (let count = 0; count < MOST_WAITS; count += 1) {
    const settled = await settle(stage.world, id, ({ order }) => {
      stage.narrator.journal(order);
      stage.signal.throwIfAborted();
    });
    const { order, decision } = settled;
    if (decision.kind === "rest" || isAtRest(decision)) return settled;
    const key = `${decision.reason} ${JSON.stringify(decision.parameters)}`;
    if (key !== told) stage.narrator.waits(order, decision);
    told = key;
    const isDone = (await react?.(order, decision)) ?? false;
    if (!isDone) await actAsCustomer(stage, order, decision);
    moveTo(stage, decision);
  }
  throw new TypeError(`order ${id} of the demo does not come to rest`);
};
