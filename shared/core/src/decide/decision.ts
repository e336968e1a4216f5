import type { Instant } from "@hostseal/rules";
import type { Actor } from "../errors/table.ts";
import type { Order } from "../orders/order.ts";
import type { Parameters } from "../sentences/sentence.ts";
import { render } from "../sentences/sentence.ts";
import type { Step } from "./step.ts";
import type { WaitReason } from "./waits.ts";
import { waits } from "./waits.ts";

/** Why nothing is done now, who must act, and when we look again. */
export type Wait = {
  readonly kind: "wait";
  readonly reason: WaitReason;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly actor: Actor;
  readonly until: Instant;
};

/** The next step, a reason to wait, or rest: the order has ended and nothing of it is left in the world. */
export type Decision = { readonly kind: "step"; readonly step: Step } | Wait | { readonly kind: "rest" };

/** One requirement. It answers with the step it calls for, with a reason to wait, or not at all. */
export type Policy = (order: Order, now: Instant) => Step | Wait | undefined;

/** Several policies as one: the first that answers, with a step or a wait, decides. */
export const inTurn =
  (policies: readonly Policy[]): Policy =>
  (order, now) => {
    for (const policy of policies) {
      const answer = policy(order, now);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };

export type WaitParameters<Reason extends WaitReason> = Parameters<(typeof waits)[Reason]["sentence"]> &
  Parameters<(typeof waits)[Reason]["todo"]>;

export const waitFor = <Reason extends WaitReason>(
  reason: Reason,
  until: Instant,
  parameters: WaitParameters<Reason>,
  actor: Actor = waits[reason].actor,
): Wait => ({
  kind: "wait",
  reason,
  parameters,
  actor,
  until,
});

/** The wait in words: what is going on, and what the actor has to do. */
export const wordsOf = (wait: Wait): { readonly sentence: string; readonly todo: string } => ({
  sentence: render(waits[wait.reason].sentence, wait.parameters),
  todo: render(waits[wait.reason].todo, wait.parameters),
});
