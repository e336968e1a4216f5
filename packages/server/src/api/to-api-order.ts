import {
  type Artefact,
  decide,
  type Decision,
  type IssuedCertificate,
  type Order,
  standingOf,
  type Validation,
  wordsOf,
} from "@hostseal/core";
import { type Instant, toIso } from "@hostseal/rules";
import { newestCertificate } from "../journey/order/certificate-view.ts";
import type { ApiOrder } from "./schemas/order.ts";

const toWait = (decision: Decision): Pick<ApiOrder, "wait"> => {
  if (decision.kind !== "wait") return {};
  const { reason, actor, until } = decision;
  return { wait: { reason, ...wordsOf(decision), actor, until: toIso(until) } };
};

const toArtefact = (artefact: Artefact): NonNullable<ApiOrder["validations"][number]["artefact"]> => {
  if (artefact.kind !== "file") return artefact;
  const { kind, name, path, body } = artefact;
  return { kind, url: `http://${name}${path}`, body };
};

const toValidation = ({ issuer, progress, look }: Validation): ApiOrder["validations"] => {
  const { subject, status, artefact } = issuer;
  if (subject.kind !== "name") return [];
  const isOpen = status.kind !== "valid";
  return [
    {
      name: subject.name,
      status: status.kind,
      byHand: progress.kind === "by-hand",
      ...(isOpen && artefact && { artefact: toArtefact(artefact) }),
      ...(isOpen && look && { found: look.found }),
    },
  ];
};

const toValidations = ({ enrolment }: Order): ApiOrder["validations"] =>
  enrolment?.phase.kind === "validating" ? enrolment.phase.validations.flatMap(toValidation) : [];

const toCertificate = ({ serial, sha256, names, notBefore, notAfter }: IssuedCertificate) => ({
  serial,
  sha256,
  names: [...names],
  notBefore: toIso(notBefore),
  notAfter: toIso(notAfter),
});

/** An order as programs read it. */
export const toApiOrder = (order: Order, now: Instant): ApiOrder => {
  const { id, customer, years, price, state, product, licence, issuerRef, renews, renewedBy } = order;
  const decision = decide(order, now);
  const certificate = newestCertificate(order);
  return {
    id,
    ...(issuerRef !== undefined && { issuerReference: issuerRef }),
    customer,
    createdAt: toIso(order.createdAt),
    product: product.code,
    level: product.level,
    years,
    price,
    names: [...order.names],
    contactEmails: [...order.contactEmails],
    state: state.kind,
    standing: standingOf(order, decision),
    ...toWait(decision),
    ...(licence && { licence: { start: toIso(licence.start), end: toIso(licence.end) } }),
    ...(certificate && { certificate: toCertificate(certificate) }),
    certificates: order.certificates,
    validations: toValidations(order),
    ...(renews !== undefined && { renews }),
    ...(renewedBy !== undefined && { renewedBy }),
  };
};
