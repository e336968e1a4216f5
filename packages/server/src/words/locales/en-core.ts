import { preflightProblems, waits } from "@hostseal/core";
import type { CoreWords } from "../core-words.ts";
import { enErrors } from "./en-errors.ts";
import { enMails } from "./en-mails.ts";
import { enCodes, enPhrases } from "./en-phrases.ts";

/** The core speaks English itself, to a terminal; what differs on a page is said here. */
export const enCore: CoreWords = {
  locale: "en",
  waits: {
    ...waits,
    "proof.refused": {
      sentence:
        "The certificate authority looked for the proof of {name} and did not accept it: {because}. It saw: {evidence}.",
      todo: "Compare what it saw with what is published; it is asked again by itself.",
    },
    "issuer.preparing": {
      sentence: "The certificate authority has not said yet what it wants to see for {name}.",
      todo: waits["issuer.preparing"].todo,
    },
    "issuer.checking": {
      sentence: "The proofs are visible; the certificate authority has been asked to look at them.",
      todo: waits["issuer.checking"].todo,
    },
    "issuer.organisation": {
      sentence: "The certificate authority checks the organisation: {check}.",
      todo: "Answer when it calls or writes; this can take some days.",
    },
    "issuer.issuing": {
      sentence: "Everything is validated; the certificate authority makes the certificate.",
      todo: waits["issuer.issuing"].todo,
    },
    "install.by-hand": {
      sentence: waits["install.by-hand"].sentence,
      todo: "Install it: this page gives certificate, chain and key, once.",
    },
    "site.not-served": {
      sentence: waits["site.not-served"].sentence,
      todo: "Find out what changed on the server; a reissue installs it again.",
    },
    "licence.ending": {
      sentence: waits["licence.ending"].sentence,
      todo: "Renew it: a renewal continues without a gap.",
    },
  },
  errors: enErrors,
  problems: preflightProblems,
  mails: enMails,
  phrases: enPhrases,
  codes: enCodes,
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
    paused: "Paused",
    failing: "Failed, trying again",
    "failing-old-live": "Failed, old certificate still live",
    expired: "Expired",
    cancelled: "Cancelled",
    refunded: "Cancelled, money back",
    revoked: "Revoked",
    rejected: "Refused by the certificate authority",
  },
};
