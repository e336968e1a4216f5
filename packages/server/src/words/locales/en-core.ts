import { errors, preflightProblems, waits } from "@hostseal/core";
import type { CoreWords } from "../core-words.ts";

/** The core speaks English itself. */
export const enCore: CoreWords = {
  waits,
  errors,
  problems: preflightProblems,
  actors: {
    customer: "You",
    partner: "Your provider",
    operator: "Whoever runs the server",
    issuer: "The certificate authority",
    hostseal: "Nobody: it goes on by itself",
  },
  standings: {
    examining: "Being examined",
    blocked: "Blocked",
    "ready-to-order": "Ready to order",
    "waiting-for-balance": "Waiting for balance",
    "checking-domain": "Checking your domain",
    "waiting-for-issuer": "Waiting for the certificate authority",
    "waiting-for-you": "Waiting for you",
    "under-way": "Under way",
    "not-installed": "Issued, not installed",
    active: "Active",
    "licence-ending": "Active, licence ends soon",
    continued: "Continued by its renewal",
    "not-served": "Not served",
    failing: "Failed, trying again",
    "failing-old-live": "Failed, old certificate still live",
    expired: "Expired",
    cancelled: "Cancelled",
    refunded: "Cancelled, money back",
    revoked: "Revoked",
    rejected: "Refused by the certificate authority",
  },
};
