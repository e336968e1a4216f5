import { errors } from "@hostseal/core";
import type { ErrorWords } from "../core-words.ts";

/** As in the core, but on a page: there is no terminal here, and nobody learns who supplies the certificates. */
export const enErrors: ErrorWords = {
  ...errors,
  "input.option": { sentence: "{option}: {because}.", fix: "Correct it and send the form again." },
  "config.missing": {
    sentence: "There is no configuration at {path}.",
    fix: "Whoever runs the server has to write it.",
  },
  "order.unknown": {
    sentence: "There is no order {order} here.",
    fix: "The page of your sites shows every order of yours.",
  },
  "order.refused": {
    sentence: "This cannot be done with order {order}: {because}.",
    fix: "The page of the order shows what it waits for and what can be done with it.",
  },
  "issuer.unknown": {
    sentence: "The certificate authority of this order is not set up here.",
    fix: "Name it under issuers in the configuration.",
  },
  "issuer.unauthorised": {
    sentence: "The certificate authority does not accept our credentials.",
    fix: "Your provider has to put a valid API credential into the configuration.",
  },
  "issuer.rejected": {
    sentence: "The certificate authority refused the request: {because}.",
    fix: errors["issuer.rejected"].fix,
  },
  "issuer.funds": {
    sentence: "The prepaid balance does not cover the order.",
    fix: errors["issuer.funds"].fix,
  },
  "issuer.rate-limited": {
    sentence: "The certificate authority asks for fewer calls until {until}.",
    fix: errors["issuer.rate-limited"].fix,
  },
  "issuer.unreachable": {
    sentence: "The certificate authority does not answer: {because}.",
    fix: errors["issuer.unreachable"].fix,
  },
  "issuer.answer-lost": {
    sentence: "The certificate authority was asked, but its answer was lost.",
    fix: errors["issuer.answer-lost"].fix,
  },
  "issuer.malformed-answer": {
    sentence: "The certificate authority answered with something that we cannot read: {because}.",
    fix: "Nothing to do: we try again by ourselves. If it stays, its service is disturbed.",
  },
  "issuer.order-unknown": {
    sentence: "The certificate authority does not know its order {ref}.",
    fix: "Your provider has to ask its support with this number.",
  },
  "issuer.wrong-state": {
    sentence: "The certificate authority cannot do this now: {because}.",
    fix: errors["issuer.wrong-state"].fix,
  },
  "certificate.mismatch": {
    sentence: "The certificate authority sent a certificate that is not the one ordered: {because}.",
    fix: "It is not installed. Your provider has to ask its support; a reissue gives a fresh one.",
  },
  "ssh.host-key-unknown": {
    sentence: errors["ssh.host-key-unknown"].sentence,
    fix: "Whoever runs the server compares this fingerprint with the server's own, then enrols {host}.",
  },
  "capability.unsupported": {
    sentence: "This cannot be done: {because}.",
    fix: "Choose another way; the page of the order shows what is possible.",
  },
};
