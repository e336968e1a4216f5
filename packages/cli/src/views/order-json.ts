import type { Decision, LiveCertificate, Order } from "@hostseal/core";
import { toIso, toUnicodeName } from "@hostseal/rules";
import { toStateWord } from "./state-word.ts";
import { toWaitJson } from "./wait-json.ts";

const toCertificateJson = ({ serial, sha256, names, notBefore, notAfter, provenAt, watch, key }: LiveCertificate) => ({
  serial,
  sha256,
  names,
  notBefore: toIso(notBefore),
  notAfter: toIso(notAfter),
  provenAt: toIso(provenAt),
  served: watch.verdict.kind === "served",
  key: key.kind,
});

/** An order as a program reads it. Instants are ISO 8601, amounts are in the currency's smallest unit. */
export const toOrderJson = (order: Order, decision: Decision) => {
  const { id, names, product, years, price, charges, licence, certificate, renews, renewedBy, enrolment } = order;
  return {
    type: "order",
    id,
    names,
    unicodeNames: names.map(toUnicodeName),
    product: product.code,
    level: product.level,
    years,
    price,
    charged: charges.map(({ amount }) => amount),
    createdAt: toIso(order.createdAt),
    state: order.state.kind,
    says: toStateWord(order, decision),
    certificates: order.certificates,
    ...(licence !== undefined && { licence: { start: toIso(licence.start), end: toIso(licence.end) } }),
    ...(certificate !== undefined && { certificate: toCertificateJson(certificate) }),
    ...(enrolment !== undefined && { enrolment: { reason: enrolment.reason, phase: enrolment.phase.kind } }),
    ...(renews !== undefined && { renews }),
    ...(renewedBy !== undefined && { renewedBy }),
    ...(decision.kind === "wait" && { waits: toWaitJson(decision) }),
  };
};
