import {
  type Artefact,
  decide,
  type Decision,
  type IssuedCertificate,
  type Order,
  standingOf,
  type Validation,
  wordsOf,
  formatMoney,
  type Money,
  type Wait,
} from "@hostseal/core";
import { type Instant, toIso } from "@hostseal/rules";
import { newestCertificate } from "../journey/order/certificate-view.ts";
import type { ApiOrder } from "./schemas/order.ts";

type Asked = { readonly price: Money; readonly isCost: boolean };

/** Whoever is asked another price than it costs is told neither that nor what is left to spend. */
const inWordsFor = (wait: Wait, { price, isCost }: Asked): ReturnType<typeof wordsOf> => {
  if (isCost) return wordsOf(wait);
  const shown = { price: formatMoney(price), balance: "the partner" };
  const said = Object.entries(shown).filter(([name]) => name in wait.parameters);
  return wordsOf({ ...wait, parameters: { ...wait.parameters, ...Object.fromEntries(said) } });
};

const toWait = (decision: Decision, asked: Asked): Pick<ApiOrder, "wait"> => {
  if (decision.kind !== "wait") return {};
  const { reason, actor, until } = decision;
  return { wait: { reason, ...inWordsFor(decision, asked), actor, until: toIso(until) } };
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

/** An order as programs read it, at the price that they are asked. */
export const toApiOrder = (order: Order, price: Money, now: Instant): ApiOrder => {
  const isCost = price.amount === order.price.amount;
  const { id, customer, years, state, product, licence, issuerRef, renews, renewedBy } = order;
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
    ...toWait(decision, { price, isCost }),
    ...(licence && { licence: { start: toIso(licence.start), end: toIso(licence.end) } }),
    ...(certificate && { certificate: toCertificate(certificate) }),
    certificates: order.certificates,
    validations: toValidations(order),
    ...(renews !== undefined && { renews }),
    ...(renewedBy !== undefined && { renewedBy }),
  };
};
