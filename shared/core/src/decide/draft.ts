import type { Order } from "../orders/order.ts";
import { formatMoney } from "../orders/money.ts";
import { render } from "../sentences/sentence.ts";
import { preflightProblems } from "../validation/preflight.ts";
import type { PreflightFinding } from "../validation/preflight.ts";
import { DRAFT_PATIENCE, PREFLIGHT_LIFE, nextLook } from "./cadence.ts";
import type { Policy } from "./decision.ts";
import { waitFor } from "./decision.ts";

/** Make sure that a draft the customer no longer wants ends at once; nothing was promised. */
export const draftsCanBeDropped: Policy = (order) =>
  order.request?.kind === "cancel" ? { kind: "end", because: { kind: "cancelled" } } : undefined;

/** Make sure that we have looked at the world before anybody pays. */
export const preflightIsDone: Policy = ({ preflight }, now) =>
  preflight === undefined || preflight.at + PREFLIGHT_LIFE <= now ? { kind: "run-preflight" } : undefined;

export const blockingFinding = (order: Order): PreflightFinding | undefined =>
  order.preflight?.findings.find(({ weight }) => weight === "blocks");

export const findingInWords = ({
  problem,
  parameters,
}: PreflightFinding): { readonly problem: string; readonly fix: string } => ({
  problem: render(preflightProblems[problem].sentence, parameters),
  fix: render(preflightProblems[problem].fix, parameters),
});

/** Make sure that what would be refused by the issuer is said here, with the exact change. */
export const nothingBlocks: Policy = (order, now) => {
  const finding = blockingFinding(order);
  if (finding === undefined || order.preflight === undefined) return undefined;
  const until = nextLook(order.createdAt, order.preflight.at);
  return until <= now ? { kind: "run-preflight" } : waitFor("draft.blocked", until, findingInWords(finding));
};

/** Make sure that the subscriber agreement is accepted (BR §9.6.3). */
export const agreementIsAccepted: Policy = (order, now) =>
  order.agreement === undefined ? waitFor("draft.agreement", now + DRAFT_PATIENCE, {}) : undefined;

/** Make sure that a person has seen names, price and the rule about refunds. */
export const customerConfirms: Policy = (order, now) =>
  waitFor("draft.confirm", now + DRAFT_PATIENCE, {
    names: order.names.join(", "),
    years: order.years,
    price: formatMoney(order.price),
  });
