import { decide, wordsOf } from "@hostseal/core";
import type { Order } from "@hostseal/core";
import { toIso } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import type { ProvenCertificate } from "./certificates.ts";
import { toStateWord } from "../../views/state-word.ts";

/** How one order of the demo came out. */
export type Outcome = {
  readonly order: Order;
  readonly certificates: readonly ProvenCertificate[];
  /** What is wrong with it, when something is. */
  readonly complaint: string | undefined;
};

const toCertificateJson = (certificate: ProvenCertificate) => ({
  serial: certificate.serial,
  notBefore: toIso(certificate.notBefore),
  notAfter: toIso(certificate.notAfter),
  validations: certificate.validations.map(({ name, method, at, reused }) => ({ name, method, at: toIso(at), reused })),
  provenAt: toIso(certificate.provenAt),
});

const toOutcomeJson = ({ order, certificates, complaint }: Outcome, now: Instant) => {
  const { id, names, product, state, licence, charges, renews, renewedBy } = order;
  const decision = decide(order, now);
  return {
    id,
    names,
    product: product.code,
    state: state.kind,
    licence: licence === undefined ? null : { start: toIso(licence.start), end: toIso(licence.end) },
    certificates: certificates.map(toCertificateJson),
    says: toStateWord(order, decision),
    charged: charges.map(({ amount }) => amount),
    ...(renews !== undefined && { renews }),
    ...(renewedBy !== undefined && { renewedBy }),
    ...(decision.kind === "wait" && {
      waits: { reason: decision.reason, actor: decision.actor, ...wordsOf(decision) },
    }),
    ...(complaint !== undefined && { complaint }),
  };
};

/** One thing that was made sure of at the end, in a sentence. */
export type Check = { readonly holds: boolean; readonly sentence: string };

/** The last line of `demo --once --json`. */
export const toSummary = (outcomes: readonly Outcome[], now: Instant, checks?: readonly Check[]) => ({
  type: "summary",
  orders: outcomes.map((outcome) => toOutcomeJson(outcome, now)),
  ...(checks !== undefined && { checks }),
});
