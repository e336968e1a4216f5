import { type Decision, needsSomebody, type Order } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { tellWait } from "../../words/tell-wait.ts";
import type { Vocabulary } from "../../words/vocabulary.ts";

/** Why nothing happens now, who must act, what they must do, and when we look again. */
export type WaitView = {
  readonly sentence: string;
  readonly todo: string;
  readonly actor: string;
  readonly needsYou: boolean;
  readonly until: Instant;
  /** Whom we write to when somebody is needed. */
  readonly contact?: string;
};

export const toWaitView = (order: Order, decision: Decision, words: Vocabulary): WaitView | undefined => {
  if (decision.kind !== "wait") return undefined;
  const [contact] = order.contactEmails;
  return {
    ...tellWait(order, decision, words),
    actor: words.core.actors[decision.actor],
    needsYou: needsSomebody(decision.actor),
    until: decision.until,
    ...(contact !== undefined && { contact }),
  };
};
