import { standingOf } from "@hostseal/core";
import type { Decision, Order, Standing } from "@hostseal/core";

const words: Readonly<Record<Standing, string>> = {
  examining: "Being examined",
  blocked: "Blocked before ordering",
  "ready-to-order": "Ready to order",
  "waiting-for-balance": "Waiting for balance",
  "checking-domain": "Checking your domain",
  "waiting-for-issuer": "Waiting for the CA",
  "waiting-for-you": "Waiting for you",
  "under-way": "Under way",
  "not-installed": "Issued, not installed",
  active: "Active",
  "licence-ending": "Active, licence ends soon",
  continued: "Continued by its renewal",
  "not-served": "Attention: not served",
  paused: "Paused",
  failing: "Failed, tried again",
  "failing-old-live": "Failed, old certificate still live",
  expired: "Expired",
  cancelled: "Cancelled",
  refunded: "Cancelled, money back",
  revoked: "Revoked",
  rejected: "Refused by the certificate authority",
};

/** One word, or two, for how an order stands. */
export const toStateWord = (order: Order, decision: Decision): string => words[standingOf(order, decision)];
