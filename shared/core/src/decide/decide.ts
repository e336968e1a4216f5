import type { Instant } from "@hostseal/rules";
import type { Order, OrderState } from "../orders/order.ts";
import {
  adviceIsRead,
  allIsWell,
  askedReissueBegins,
  licenceEndsTheOrder,
  peopleAreTold,
  reissueBeginsInTime,
} from "./autopilot.ts";
import type { Decision, Policy, Wait } from "./decision.ts";
import { agreementIsAccepted, customerConfirms, draftsCanBeDropped, nothingBlocks, preflightIsDone } from "./draft.ts";
import {
  balanceCoversPrice,
  enrolmentIsSubmitted,
  failedEnrolmentsAreSettled,
  firstEnrolmentBegins,
  issuerIsRead,
  keyIsPrepared,
} from "./enrolment.ts";
import { finishedEnrolmentsLeave, keysAreDestroyed, messagesAreSent, proofsAreWithdrawn } from "./housekeeping.ts";
import {
  certificateIsInstalled,
  installationByHandIsSeen,
  overdueByHandIsLeftBehind,
  provenIsFinished,
} from "./installation.ts";
import { cancellationIsCarriedOut, revocationIsCarriedOut } from "./requests.ts";
import { heldBack, waitForSetback } from "./setbacks.ts";
import type { Step } from "./step.ts";
import { laneOf } from "./step.ts";
import { namesAreValidated } from "./validation.ts";

/** From key to certificate: one trip, in the order in which it is made. */
const enrolment: readonly Policy[] = [
  keyIsPrepared,
  balanceCoversPrice,
  enrolmentIsSubmitted,
  issuerIsRead,
  namesAreValidated,
  certificateIsInstalled,
  overdueByHandIsLeftBehind,
  installationByHandIsSeen,
  failedEnrolmentsAreSettled,
];

const tidiness: readonly Policy[] = [messagesAreSent, proofsAreWithdrawn];

/** What must hold in each state of an order, most urgent first. */
const requirements: { readonly [Kind in OrderState["kind"]]: readonly Policy[] } = {
  draft: [draftsCanBeDropped, preflightIsDone, nothingBlocks, agreementIsAccepted, customerConfirms],
  placed: [
    finishedEnrolmentsLeave,
    cancellationIsCarriedOut,
    keysAreDestroyed,
    peopleAreTold,
    firstEnrolmentBegins,
    ...enrolment,
    ...tidiness,
  ],
  active: [
    finishedEnrolmentsLeave,
    revocationIsCarriedOut,
    licenceEndsTheOrder,
    keysAreDestroyed,
    peopleAreTold,
    ...enrolment,
    provenIsFinished,
    askedReissueBegins,
    adviceIsRead,
    reissueBeginsInTime,
    allIsWell,
    ...tidiness,
  ],
  ended: [keysAreDestroyed, peopleAreTold, ...tidiness],
};

/** The soonest of several looks, told with the most urgent reason. */
const joined = (waits: readonly Wait[]): Decision => {
  const [first] = waits;
  if (first === undefined) return { kind: "rest" };
  return { ...first, until: Math.min(...waits.map(({ until }) => until)) };
};

/** A step, unless its line of work waits for its next try. */
const whenItsTurn = (order: Order, step: Step, now: Instant): Step | Wait => {
  const setback = order.setbacks[laneOf(step)];
  return heldBack(setback, now) ? waitForSetback(setback) : step;
};

/**
 * What is to be done with an order now: the next step, or why nothing is, who must act and when to look again.
 *
 * Pure: the same order at the same time gives the same answer, so it can be asked about any future. An effect that was
 * begun and has no known outcome comes before everything else. Then a policy with a step decides at once; reasons to
 * wait are collected, and the most urgent one is told.
 */
export const decide = (order: Order, now: Instant): Decision => {
  const begun = order.intent && whenItsTurn(order, order.intent.step, now);
  if (begun !== undefined) return begun.kind === "wait" ? begun : { kind: "step", step: begun };
  const waits: Wait[] = [];
  for (const policy of requirements[order.state.kind]) {
    const wish = policy(order, now);
    if (wish === undefined) continue;
    const answer = wish.kind === "wait" ? wish : whenItsTurn(order, wish, now);
    if (answer.kind !== "wait") return { kind: "step", step: answer };
    waits.push(answer);
  }
  return joined(waits);
};
