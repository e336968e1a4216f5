import { DAY, retryDelay } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import type { Failure } from "../errors/failure.ts";
import { errors } from "../errors/table.ts";
import type { Setback } from "../orders/enrolment.ts";
import { installationsOf } from "../orders/evolve-enrolment.ts";
import type { Order } from "../orders/order.ts";
import { render } from "../sentences/sentence.ts";
import type { Wait } from "./decision.ts";
import { waitFor } from "./decision.ts";
import type { Place, Step } from "./step.ts";
import { placeOf } from "./step.ts";

/** When to try again: the error table says whether it can help, the rules' schedule says when. */
const nextTry = (failure: Failure, attempts: number, now: Instant): Instant => {
  switch (failure.row.retry) {
    case "soon":
      return now + retryDelay(attempts);
    case "told":
      return Math.max(failure.retryAt ?? 0, now + retryDelay(1));
    case "never":
    case "after-change":
      return now + DAY;
  }
};

/** What did not succeed at a place, if anything. */
export const setbackAt = (order: Order, place: Place): Setback | undefined => {
  if ("lane" in place) return order.setbacks[place.lane];
  return order.enrolment && installationsOf(order.enrolment.phase)[place.site]?.setback;
};

/** A failure as the order remembers it; repeated ones of the same kind count up. */
export const setbackFrom = (
  failure: Failure,
  step: Step,
  { before, now }: { readonly before: Setback | undefined; readonly now: Instant },
): Setback => {
  const again = before?.code === failure.code && before.step === step.kind ? before : undefined;
  const attempts = (again?.attempts ?? 0) + 1;
  return {
    step: step.kind,
    code: failure.code,
    parameters: failure.parameters,
    ...(failure.evidence !== undefined && { evidence: failure.evidence }),
    since: again?.since ?? now,
    attempts,
    nextTry: nextTry(failure, attempts, now),
  };
};

/** What a setback says, and what to do about it. */
export const setbackWords = ({ code, parameters }: Setback): { readonly problem: string; readonly fix: string } => ({
  problem: render(errors[code].sentence, parameters),
  fix: render(errors[code].fix, parameters),
});

export const waitForSetback = (setback: Setback): Wait =>
  waitFor("step.failed", setback.nextTry, setbackWords(setback), errors[setback.code].actor);

/** A step, unless its place waits for the next try. */
export const whenItsTurn = (order: Order, step: Step, now: Instant): Step | Wait => {
  const place = placeOf(step);
  const setback = place && setbackAt(order, place);
  return setback !== undefined && now < setback.nextTry ? waitForSetback(setback) : step;
};
