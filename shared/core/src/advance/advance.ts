import { RULES_EDITION } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import { decide } from "../decide/decide.ts";
import type { Decision } from "../decide/decision.ts";
import { setbackAt, setbackFrom } from "../decide/setbacks.ts";
import type { Intent, Step, StepKind } from "../decide/step.ts";
import { needsIntent, placeOf } from "../decide/step.ts";
import { isFailure } from "../errors/failure.ts";
import type { Failure } from "../errors/failure.ts";
import type { OrderId } from "../identifiers.ts";
import { asId } from "../identifiers.ts";
import { chapterOf, withoutChapter } from "../orders/close-chapter.ts";
import type { OrderEvent, OrderEventKind } from "../orders/event.ts";
import { evolve } from "../orders/evolve.ts";
import type { Lane, Order } from "../orders/order.ts";
import type { OpenOrder } from "./open-order.ts";
import { openOrder } from "./open-order.ts";
import type { Context, Outcome, Performer } from "./performer.ts";
import { performers } from "./performers.ts";
import type { World } from "./world.ts";

/** What one call of `advance` did: the decision it acted on, and the order afterwards. */
export type Advanced = { readonly decision: Decision; readonly order: Order; readonly events: readonly OrderEvent[] };

type OuterStep = Exclude<Step, { kind: "close-chapter" }>;

const BY_US = "hostseal";

/** A step of these kinds that can never succeed ends its trip; any other is tried again, for somebody may change the world. */
const isFatal = (step: Step, failure: Failure): boolean =>
  failure.code === "key.lost" ||
  (failure.row.retry === "never" && (step.kind === "prepare-key" || step.kind === "submit"));

const toSetbackEvent = (order: Order, step: Step, failure: Failure, now: Instant): OrderEvent => {
  const place = placeOf(step) ?? { lane: "enrolment" };
  const setback = setbackFrom(failure, step, { before: setbackAt(order, place), now });
  if (failure.row.retry === "never" && "lane" in place && place.lane === "request")
    return { kind: "request.refused", setback };
  return isFatal(step, failure) ? { kind: "enrolment.failed", setback } : { kind: "step.failed", place, setback };
};

/** Answers after which a spending request may have been carried out all the same. */
const isAmbiguous = ({ code }: Failure): boolean => code === "issuer.answer-lost" || code === "issuer.malformed-answer";

/** An intent stays open until the world has given a definite answer: once begun, only success or a final no is one. */
const staysOpen = (failure: Failure, begun: Intent | undefined): boolean =>
  begun === undefined ? isAmbiguous(failure) : failure.row.retry !== "never";

const withoutIntent = ({ intent: _settled, ...order }: Order): Order => order;

/** Events that show that a trip is getting on, so that earlier trouble with it counts no more. */
const PROGRESS: ReadonlySet<OrderEventKind> = new Set([
  "enrolment.begun",
  "issuer.accepted",
  "certificate.collected",
  "certificate.proven",
]);

const withoutSetback = (order: Order, lane: Lane): Order => {
  const { [lane]: _overcome, ...setbacks } = order.setbacks;
  return { ...order, setbacks };
};

/** Forgets the trouble that a success has overcome: the same step has succeeded, or the trip got on. */
const withoutOvercome = (order: Order, step: Step, events: readonly OrderEvent[]): Order => {
  if (events.some(({ kind }) => PROGRESS.has(kind))) return withoutSetback(order, "enrolment");
  const place = placeOf(step);
  if (place === undefined || !("lane" in place)) return order;
  return order.setbacks[place.lane]?.step === step.kind ? withoutSetback(order, place.lane) : order;
};

const enter = (order: Order, events: readonly OrderEvent[], at: Instant): Order =>
  events.reduce((sum, event) => evolve(sum, { at, by: BY_US, event }), order);

const attempt = async (context: Context, step: OuterStep): Promise<Outcome> => {
  try {
    return await (performers[step.kind] as Performer<StepKind>)(context, step);
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

/** The order after a step: what happened entered, what is settled forgotten, what failed remembered. */
const afterStep = (order: Order, step: OuterStep, outcome: Outcome, { now, begun }: Pick<Context, "now" | "begun">) => {
  const { events, failure } = outcome;
  const entered = enter(order, events, now);
  if (failure === undefined) {
    const settled = step.kind === order.intent?.step.kind ? withoutIntent(entered) : entered;
    return { order: withoutOvercome(settled, step, events), events };
  }
  const setback = toSetbackEvent(entered, step, failure, now);
  const failed = enter(entered, [setback], now);
  const isOpen = step.kind !== order.intent?.step.kind || staysOpen(failure, begun);
  return { order: isOpen ? failed : withoutIntent(failed), events: [...events, setback] };
};

const take = async (
  world: World,
  open: OpenOrder,
  step: OuterStep,
): Promise<{ readonly order: Order; readonly events: readonly OrderEvent[] }> => {
  const now = world.clock.now();
  let { order } = open;
  const begun = order.intent?.step.kind === step.kind ? order.intent : undefined;
  if (needsIntent(step)) order = await open.save({ ...order, intent: newIntent(order, step, now) });
  const context: Context = {
    world,
    order,
    now,
    ...(begun !== undefined && { begun }),
    writeDown: async (event) => {
      order = await open.save(enter(order, [event], now));
    },
  };
  const outcome = await attempt(context, step);
  const after = afterStep(order, step, outcome, context);
  const next = { at: now, rulesEdition: RULES_EDITION };
  return { order: await open.save({ ...after.order, next }), events: after.events };
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
 * An outside effect that must not happen twice is written down before it is begun. Killed anywhere, the next call finds
 * either the order as it was, or that it was begun, and asks the world what became of it. Fails with `order.unknown`,
 * and with `store.stale` when somebody else changed the order meanwhile: call again.
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
