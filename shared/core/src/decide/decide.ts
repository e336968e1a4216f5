import type { Instant } from "@hostseal/rules";
import type { Order, OrderState } from "../orders/order.ts";
import {
  adviceIsRead,
  allIsWell,
  askedReissueBegins,
  askedReissueSupersedes,
  licenceEndsTheOrder,
  peopleAreTold,
  reissueBeginsInTime,
} from "./autopilot.ts";
import type { Decision, Policy, Wait } from "./decision.ts";
import { inTurn } from "./decision.ts";
import { agreementIsAccepted, customerConfirms, draftsCanBeDropped, nothingBlocks, preflightIsDone } from "./draft.ts";
import {
  abandonedIsFinished,
  balanceCoversPrice,
  enrolmentIsSubmitted,
  failedEnrolmentsAreSettled,
  firstEnrolmentBegins,
  issuerIsRead,
  keyIsPrepared,
  reissueIsExamined,
} from "./enrolment.ts";
import {
  finishedEnrolmentsLeave,
  halfInstalledIsUndone,
  keysAreDestroyed,
  messagesAreSent,
  proofsAreWithdrawn,
} from "./housekeeping.ts";
import {
  certificateIsInstalled,
  installationByHandIsSeen,
  overdueIsLeftBehind,
  provenIsFinished,
} from "./installation.ts";
import { heldStandsStill } from "./hold.ts";
import { cancellationIsCarriedOut, revocationIsCarriedOut, unlessCancelling } from "./requests.ts";
import { whenItsTurn } from "./setbacks.ts";
import type { Step } from "./step.ts";
import { placeOf } from "./step.ts";
import { namesAreValidated } from "./validation.ts";

/** From key to certificate: one trip, in the order in which it is made. */
const enrolment: Policy = inTurn([
  keyIsPrepared,
  reissueIsExamined,
  balanceCoversPrice,
  enrolmentIsSubmitted,
  issuerIsRead,
  namesAreValidated,
  overdueIsLeftBehind,
  certificateIsInstalled,
  installationByHandIsSeen,
  failedEnrolmentsAreSettled,
  abandonedIsFinished,
]);

const tidiness: readonly Policy[] = [messagesAreSent, proofsAreWithdrawn, halfInstalledIsUndone];

/** What must hold in each state of an order, most urgent first. */
const requirements: { readonly [Kind in OrderState["kind"]]: readonly Policy[] } = {
  draft: [
    finishedEnrolmentsLeave,
    draftsCanBeDropped,
    preflightIsDone,
    nothingBlocks,
    agreementIsAccepted,
    customerConfirms,
  ],
  placed: [
    cancellationIsCarriedOut,
    finishedEnrolmentsLeave,
    peopleAreTold,
    unlessCancelling(firstEnrolmentBegins),
    unlessCancelling(enrolment),
    ...tidiness,
  ],
  active: [
    revocationIsCarriedOut,
    licenceEndsTheOrder,
    keysAreDestroyed,
    finishedEnrolmentsLeave,
    peopleAreTold,
    askedReissueSupersedes,
    enrolment,
    provenIsFinished,
    askedReissueBegins,
    adviceIsRead,
    reissueBeginsInTime,
    allIsWell,
    ...tidiness,
  ],
  ended: [finishedEnrolmentsLeave, keysAreDestroyed, peopleAreTold, ...tidiness],
};

/** The same while an order is held: what was begun is brought to its end, what lies in the world is taken back, no more. */
const whileHeld: typeof requirements = {
  draft: [draftsCanBeDropped, heldStandsStill],
  placed: [cancellationIsCarriedOut, finishedEnrolmentsLeave, heldStandsStill, ...tidiness],
  active: [
    revocationIsCarriedOut,
    licenceEndsTheOrder,
    keysAreDestroyed,
    finishedEnrolmentsLeave,
    heldStandsStill,
    ...tidiness,
  ],
  ended: requirements.ended,
};

const policiesFor = ({ state, hold }: Order): readonly Policy[] =>
  (hold === undefined ? requirements : whileHeld)[state.kind];

/** The soonest of several looks, told with the most urgent reason. */
const joined = (waits: readonly Wait[]): Decision => {
  const [first] = waits;
  if (first === undefined) return { kind: "rest" };
  return { ...first, until: Math.min(...waits.map(({ until }) => until)) };
};

/** Steps that may be taken while nobody knows yet what became of an effect that was begun. */
const isApart = (step: Step): boolean => {
  const place = placeOf(step);
  if (place === undefined) return step.kind === "queue-message" || step.kind === "end";
  return "lane" in place && place.lane !== "enrolment" && place.lane !== "keys";
};

/** The effect that was begun, if its outcome is open; an ended order has no more use for it. */
const openEffect = ({ intent, state }: Order): Step | undefined => (state.kind === "ended" ? undefined : intent?.step);

/**
 * What is to be done with an order now: the next step, or why nothing is, who must act and when to look again.
 *
 * Pure: the same order at the same time gives the same answer, so it can be asked about any future. An effect that was
 * begun and has no known outcome comes before everything that builds on it. Then a policy with a step decides at once;
 * reasons to wait are collected, and the most urgent one is told.
 */
export const decide = (order: Order, now: Instant): Decision => {
  const waits: Wait[] = [];
  const begun = openEffect(order);
  const settling = begun && whenItsTurn(order, begun, now);
  if (settling !== undefined && settling.kind !== "wait") return { kind: "step", step: settling };
  if (settling !== undefined) waits.push(settling);
  for (const policy of policiesFor(order)) {
    const wish = policy(order, now);
    if (wish === undefined) continue;
    const answer = wish.kind === "wait" ? wish : whenItsTurn(order, wish, now);
    if (answer.kind === "wait") waits.push(answer);
    else if (begun === undefined || isApart(answer)) return { kind: "step", step: answer };
  }
  return joined(waits);
};
