import { DAY, retryDelay } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import type { Failure } from "../errors/failure.ts";
import { errors } from "../errors/table.ts";
import type { Setback } from "../orders/enrolment.ts";
import { render } from "../sentences/sentence.ts";
import type { Wait } from "./decision.ts";
import { waitFor } from "./decision.ts";

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

/** A failure as the order remembers it; repeated ones of the same kind count up. */
export const setbackFrom = (failure: Failure, before: Setback | undefined, now: Instant): Setback => {
  const again = before?.code === failure.code ? before : undefined;
  const attempts = (again?.attempts ?? 0) + 1;
  return {
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

/** Whether a line of work waits for its next try. */
export const heldBack = (setback: Setback | undefined, now: Instant): setback is Setback =>
  setback !== undefined && now < setback.nextTry;
