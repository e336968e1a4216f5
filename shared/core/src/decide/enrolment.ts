import { formatMoney } from "../orders/money.ts";
import type { EnrolmentPhase, EnrolmentReason } from "../orders/enrolment.ts";
import type { Order } from "../orders/order.ts";
import type { Money } from "../orders/money.ts";
import type { PreflightFinding } from "../validation/preflight.ts";
import { BALANCE_LIFE, BALANCE_PATIENCE, nextLook } from "./cadence.ts";
import type { Policy } from "./decision.ts";
import { waitFor } from "./decision.ts";
import { findingInWords } from "./draft.ts";
import { setbackWords } from "./setbacks.ts";

const phaseOf = <Kind extends EnrolmentPhase["kind"]>(order: Order, kind: Kind) =>
  order.enrolment?.phase.kind === kind ? (order.enrolment.phase as Extract<EnrolmentPhase, { kind: Kind }>) : undefined;

/** Make sure that a confirmed order sets out for its first certificate. */
export const firstEnrolmentBegins: Policy = (order) =>
  order.enrolment === undefined
    ? {
        kind: "begin-enrolment",
        reason: "first-issue",
        names: order.names,
        ...(order.csr !== undefined && { csr: order.csr }),
      }
    : undefined;

/** Make sure that there is a key, made where it will live if that can be, and a CSR. */
export const keyIsPrepared: Policy = (order) => phaseOf(order, "begun") && { kind: "prepare-key" };

/** A balance in another currency covers nothing that we could compare. */
const covers = (balance: Money, price: Money): boolean =>
  balance.currency === price.currency && balance.amount >= price.amount;

/** Make sure that money is there before it is asked for; only the first submission of an order costs. */
export const balanceCoversPrice: Policy = (order, now) => {
  if (phaseOf(order, "prepared") === undefined || order.issuerRef !== undefined) return undefined;
  const { balance, price } = order;
  if (balance === undefined) return { kind: "read-balance" };
  const covered = balance.amount === undefined || covers(balance.amount, price);
  if (covered) return balance.at + BALANCE_LIFE <= now ? { kind: "read-balance" } : undefined;
  const until = balance.at + BALANCE_PATIENCE;
  if (until <= now || balance.amount === undefined) return { kind: "read-balance" };
  return waitFor("balance.low", until, { balance: formatMoney(balance.amount), price: formatMoney(price) });
};

/** Findings that make a reissue hopeless at the issuer, whatever is done about proofs. */
const forbidsReissue = ({ weight, problem }: PreflightFinding): boolean =>
  weight === "blocks" && (problem === "method-refused" || problem === "dnssec-bogus" || isCaaRefusal(problem));

const isCaaRefusal = (problem: PreflightFinding["problem"]): boolean =>
  problem.startsWith("caa-") && problem !== "caa-unanswered";

/** Make sure that a reissue the issuer would refuse is noticed here, with the exact change. */
export const reissueIsExamined: Policy = (order, now) => {
  const { enrolment, preflight } = order;
  if (enrolment?.phase.kind !== "prepared" || order.issuerRef === undefined) return undefined;
  if (preflight === undefined || preflight.at < enrolment.begunAt) return { kind: "run-preflight" };
  const finding = preflight.findings.find(forbidsReissue);
  if (finding === undefined) return undefined;
  const until = nextLook(enrolment.begunAt, preflight.at);
  return until <= now ? { kind: "run-preflight" } : waitFor("preflight.blocked", until, findingInWords(finding));
};

/** Make sure that the issuer has the CSR. */
export const enrolmentIsSubmitted: Policy = (order) => phaseOf(order, "prepared") && { kind: "submit" };

/** Make sure that we know what the issuer wants to see. */
export const issuerIsRead: Policy = (order) => phaseOf(order, "submitted") && { kind: "look-at-issuer" };

/** Make sure that a trip that cannot succeed ends the order when nothing was bought, and is begun afresh later when it was. */
export const failedEnrolmentsAreSettled: Policy = (order, now) => {
  const failed = phaseOf(order, "failed");
  if (failed === undefined || order.enrolment === undefined) return undefined;
  const { setback } = failed;
  const { problem, fix } = setbackWords(setback);
  if (order.state.kind === "placed")
    return { kind: "end", because: { kind: "rejected", evidence: setback.evidence ?? problem } };
  if (now < setback.nextTry) return waitFor("step.failed", setback.nextTry, { problem, fix });
  return { kind: "finish-enrolment" };
};

/** Make sure that a trip that was left behind is closed. */
export const abandonedIsFinished: Policy = (order) => phaseOf(order, "abandoned") && { kind: "finish-enrolment" };

/** Why a trip is begun without being asked for: the last one failed, or the certificate comes to its time. */
export const reasonToBegin = ({ certificate, enrolments }: Order): EnrolmentReason =>
  certificate?.enrolment === enrolments ? "before-expiry" : "last-attempt-failed";
