import { RULES_EDITION } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import { decide } from "../decide/decide.ts";
import type { Decision } from "../decide/decision.ts";
import { setbackFrom } from "../decide/setbacks.ts";
import type { Intent, Step, StepKind } from "../decide/step.ts";
import { laneOf, needsIntent } from "../decide/step.ts";
import { isFailure } from "../errors/failure.ts";
import type { Failure } from "../errors/failure.ts";
import type { OrderId } from "../identifiers.ts";
import { asId } from "../identifiers.ts";
import { chapterOf, withoutChapter } from "../orders/close-chapter.ts";
import type { OrderEvent } from "../orders/event.ts";
import { evolve } from "../orders/evolve.ts";
import type { Order } from "../orders/order.ts";
import type { OpenOrder } from "./open-order.ts";
import { openOrder } from "./open-order.ts";
import type { Context, Outcome, Performer } from "./performer.ts";
import { performers } from "./performers.ts";
import type { World } from "./world.ts";

/** What one call of `advance` did: the decision it acted on, and the order afterwards. */
export type Advanced = { readonly decision: Decision; readonly order: Order; readonly events: readonly OrderEvent[] };

const BY_US = "hostseal";

/** A step of these kinds that can never succeed ends its trip; any other is tried again, for somebody may change the world. */
const isFatal = (step: Step, failure: Failure): boolean =>
  failure.code === "key.lost" ||
  (failure.row.retry === "never" && (step.kind === "prepare-key" || step.kind === "submit"));

const toSetbackEvent = (order: Order, step: Step, failure: Failure, now: Instant): OrderEvent => {
  const lane = laneOf(step);
  const setback = setbackFrom(failure, order.setbacks[lane], now);
  return isFatal(step, failure)
    ? { kind: "enrolment.failed", setback }
    : { kind: "step.failed", lane, step: step.kind, setback };
};

/** After a failure the effect may still have been made: the answer was lost, or an undo has to be repeated. */
const isUnsettled = (intent: Intent | undefined, failure: Failure): boolean =>
  failure.code === "issuer.answer-lost" || intent?.receipt !== undefined;

const withoutIntent = ({ intent: _settled, ...order }: Order): Order => order;

const withoutSetback = (order: Order, step: Step): Order => {
  const { [laneOf(step)]: _overcome, ...setbacks } = order.setbacks;
  return { ...order, setbacks };
};

const enter = (order: Order, events: readonly OrderEvent[], at: Instant): Order =>
  events.reduce((sum, event) => evolve(sum, { at, by: BY_US, event }), order);

const perform = (context: Context, step: Exclude<Step, { kind: "close-chapter" }>): Promise<Outcome> =>
  (performers[step.kind] as Performer<StepKind>)(context, step);

const attempt = async (context: Context, step: Exclude<Step, { kind: "close-chapter" }>): Promise<Outcome> => {
  try {
    return await perform(context, step);
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    return { events: [], failure: thrown };
  }
};

const newIntent = (order: Order, step: Step, now: Instant): Intent => ({
  step,
  key: asId(`${order.id}:${order.enrolments}:${step.kind}`),
  since: now,
});

/** Moves the finished part out. Twice gives the same chapter, so a crash in between does no harm. */
const closeChapter = async (world: World, open: OpenOrder): Promise<Order> => {
  await world.store.archive(chapterOf(open.order));
  return open.save(withoutChapter(open.order));
};

const take = async (
  world: World,
  open: OpenOrder,
  step: Exclude<Step, { kind: "close-chapter" }>,
): Promise<{ readonly order: Order; readonly events: readonly OrderEvent[] }> => {
  const now = world.clock.now();
  const begun = open.order.intent;
  let { order } = open;
  if (needsIntent(step) && begun === undefined)
    order = await open.save({ ...order, intent: newIntent(order, step, now) });
  const context: Context = {
    world,
    order,
    now,
    ...(begun !== undefined && { begun }),
    writeDown: async (receipt) => {
      if (order.intent !== undefined) order = await open.save({ ...order, intent: { ...order.intent, receipt } });
    },
  };
  const { events, failure } = await attempt(context, step);
  const { intent } = order;
  const kept = failure !== undefined && isUnsettled(intent, failure) ? order : withoutIntent(order);
  const base = failure === undefined ? withoutSetback(kept, step) : kept;
  const all = failure === undefined ? events : [...events, toSetbackEvent(order, step, failure, now)];
  const next = enter(base, all, now);
  return { order: await open.save({ ...next, next: { at: now, rulesEdition: RULES_EDITION } }), events: all };
};

const restAt = (decision: Decision): Instant | null => (decision.kind === "wait" ? decision.until : null);

const sleep = (open: OpenOrder, decision: Decision): Promise<Order> | Order => {
  const next = { at: restAt(decision), rulesEdition: RULES_EDITION };
  const { at, rulesEdition } = open.order.next;
  return at === next.at && rulesEdition === next.rulesEdition ? open.order : open.save({ ...open.order, next });
};

/**
 * The only thing that moves an order: decides, takes at most one step, and stores what came of it.
 *
 * An outside effect that must not happen twice is stored as an intent before it is begun. Killed anywhere, the next
 * call finds either the order as it was, or the intent, and asks the world what became of it. Fails with
 * `order.unknown`, and with `store.stale` when somebody else changed the order meanwhile: call again.
 */
export const advance = async (world: World, id: OrderId): Promise<Advanced> => {
  const open = await openOrder(world.store, id, { kind: "everything" });
  const decision = decide(open.order, world.clock.now());
  if (decision.kind !== "step") return { decision, order: await sleep(open, decision), events: [] };
  const { step } = decision;
  if (step.kind === "close-chapter") return { decision, order: await closeChapter(world, open), events: [] };
  const { order, events } = await take(world, open, step);
  world.log.emit({ level: "debug", event: "order.advanced", details: { order: id, step: step.kind } });
  return { decision, order, events };
};
