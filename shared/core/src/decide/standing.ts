import type { Actor } from "../errors/table.ts";
import type { Order } from "../orders/order.ts";
import type { Decision, Wait } from "./decision.ts";

/** How an order stands, for somebody who reads one word. */
export type Standing =
  | "examining"
  | "blocked"
  | "ready-to-order"
  | "waiting-for-balance"
  | "checking-domain"
  | "waiting-for-issuer"
  | "waiting-for-you"
  | "under-way"
  | "not-installed"
  | "active"
  | "licence-ending"
  | "continued"
  | "not-served"
  | "paused"
  | "failing"
  | "failing-old-live"
  | "expired"
  | "cancelled"
  | "refunded"
  | "revoked"
  | "rejected";

const byReason: Readonly<Partial<Record<Wait["reason"], Standing>>> = {
  "draft.blocked": "blocked",
  "draft.agreement": "ready-to-order",
  "draft.confirm": "ready-to-order",
  "balance.low": "waiting-for-balance",
  "proof.spreading": "checking-domain",
  "issuer.checking": "waiting-for-issuer",
  "issuer.issuing": "waiting-for-issuer",
  "install.by-hand": "not-installed",
  "licence.running": "active",
  "licence.ending": "licence-ending",
  "licence.taken-over": "continued",
  "site.not-served": "not-served",
  "account.suspended": "paused",
  "account.removed": "paused",
};

/** Whether a person has to do something before it goes on. */
export const needsSomebody = (actor: Actor): boolean => actor !== "hostseal" && actor !== "issuer";

/** The one word for how an order stands, given what is to be done with it. */
export const standingOf = ({ state, certificate }: Order, decision: Decision): Standing => {
  if (state.kind === "ended") return state.because.kind;
  if (decision.kind !== "wait") return state.kind === "draft" ? "examining" : "under-way";
  if (decision.reason === "step.failed") return certificate === undefined ? "failing" : "failing-old-live";
  return byReason[decision.reason] ?? (needsSomebody(decision.actor) ? "waiting-for-you" : "waiting-for-issuer");
};
