import type { Decision, Order, OrderEnd, Wait } from "@hostseal/core";
import { needsSomebody } from "./actors.ts";

const endWords: Readonly<Record<OrderEnd["kind"], string>> = {
  expired: "Expired",
  cancelled: "Cancelled",
  refunded: "Cancelled, money back",
  revoked: "Revoked",
  rejected: "Refused by the certificate authority",
};

const reasonWords: Readonly<Partial<Record<Wait["reason"], string>>> = {
  "draft.blocked": "Blocked before ordering",
  "draft.agreement": "Ready to order",
  "draft.confirm": "Ready to order",
  "balance.low": "Waiting for balance",
  "proof.spreading": "Checking your domain",
  "issuer.checking": "Waiting for the CA",
  "issuer.issuing": "Waiting for the CA",
  "install.by-hand": "Issued, not installed",
  "licence.running": "Active",
  "licence.ending": "Active, licence ends soon",
  "licence.taken-over": "Continued by its renewal",
  "site.not-served": "Attention: not served",
};

const failedWords = ({ certificate }: Order): string =>
  certificate === undefined ? "Failed, tried again" : "Failed, old certificate still live";

/** One word, or two, for how an order stands. */
export const toStateWord = (order: Order, decision: Decision): string => {
  if (order.state.kind === "ended") return endWords[order.state.because.kind];
  if (decision.kind !== "wait") return order.state.kind === "draft" ? "Being examined" : "Under way";
  if (decision.reason === "step.failed") return failedWords(order);
  return reasonWords[decision.reason] ?? (needsSomebody(decision.actor) ? "Waiting for you" : "Waiting for the CA");
};
