import type { EnrolmentReason, KeyPlace, OrderEventKind } from "@hostseal/core";
import { toNamesText } from "../names.ts";
import { toDay } from "../times.ts";
import { toSetbackText } from "./order-events.ts";
import type { ToLine } from "./line.ts";
import { bad, good, note, silent } from "./line.ts";

const reasons: Readonly<Record<EnrolmentReason, string>> = {
  "first-issue": "The first certificate is under way",
  "before-expiry": "A reissue is under way: the present certificate is two thirds through its life",
  "issuer-advice": "A reissue is under way: the certificate authority advises it",
  "names-changed": "A reissue with other names is under way",
  "asked-by-customer": "A reissue is under way, as asked",
  "last-attempt-failed": "Another attempt is under way",
};

const keyWords = (key: KeyPlace): string => {
  switch (key.kind) {
    case "host":
      return `A fresh key was made on ${key.host}, where it stays`;
    case "vault":
      return "A fresh key was made and sealed";
    case "leaving":
      return "The key is handed over";
    case "customer":
      return "The key is the customer's own";
    case "destroyed":
      return "The key is gone";
  }
};

type Kinds = Extract<
  OrderEventKind,
  `enrolment.${string}` | `key.${string}` | `issuer.${string}` | `certificate.${string}` | `advice.${string}`
>;

/** Lines for the trip from key to certificate. */
export const issueEvents: { readonly [Kind in Kinds]: ToLine<Kind> } = {
  "enrolment.begun": ({ reason }) => note(reasons[reason]),
  "enrolment.finished": silent,
  "enrolment.abandoned": () => note("This attempt is left behind: something newer takes its place"),
  "enrolment.failed": ({ setback }) => bad(toSetbackText(setback)),
  "key.prepared": ({ key }) => good(keyWords(key)),
  "key.destroyed": () => note("Our copy of the key is destroyed"),
  "key.handed-over": () => note("The key was handed over; nothing of it is kept"),
  "issuer.accepted": ({ ref, generation }) =>
    good(`The certificate authority has the request (its number ${ref}, certificate ${generation})`),
  "issuer.observed": ({ status }) => {
    if (status.kind === "issued") return good("The certificate authority has issued");
    return status.kind === "rejected" ? bad("The certificate authority refused to issue") : undefined;
  },
  "certificate.collected": ({ certificate }) =>
    good(
      `Certificate ${certificate.serial} for ${toNamesText(certificate.names)}, valid ${toDay(certificate.notBefore)} to ${toDay(certificate.notAfter)}`,
    ),
  "certificate.proven": ({ serial }) => good(`Proven: every site serves certificate ${serial}`),
  "certificate.revoked": ({ reason }) => note(`Every certificate of the order is revoked (${reason})`),
  "advice.observed": silent,
};
