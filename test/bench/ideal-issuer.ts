import type { IssuedCertificate, IssuerValidation, Order, OrderEvent } from "@hostseal/core";
import { asId } from "@hostseal/core";
import type { DomainName, Instant } from "@hostseal/rules";
import { DAY, latestNotAfter, practisedValidity, reuseUntil } from "@hostseal/rules";

const PEM = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";

const namesOf = ({ enrolment }: Order): readonly DomainName[] => enrolment?.names ?? [];

const generationOf = ({ enrolments }: Order): number => enrolments;

/** Whether an earlier proof of the name serves again, or when it was shown afresh. */
const provenAt = (
  order: Order,
  name: DomainName,
  at: Instant,
): { readonly at: Instant; readonly reused: boolean } | undefined => {
  const before = order.completed.find((one) => one.name === name);
  return before !== undefined && before.reuseUntil >= at ? { at: before.at, reused: true } : undefined;
};

const validationOf = (order: Order, name: DomainName, { at, checked }: Look): IssuerValidation => {
  const proof = provenAt(order, name, at) ?? (checked ? { at, reused: false } : undefined);
  return {
    subject: { kind: "name", name },
    method: "dns-txt",
    artefact: { kind: "dns-txt", host: `_validation.${name}`, value: `${order.id}-${order.enrolments}` },
    status: proof === undefined ? { kind: "pending" } : { kind: "valid", ...proof },
  };
};

type Look = { readonly at: Instant; readonly checked: boolean };

/** What the issuer says of an order: reused proofs count at once, the others once it was asked to check. */
export const observed = (order: Order, look: Look): OrderEvent => {
  const validations = namesOf(order).map((name) => validationOf(order, name, look));
  const isIssued = validations.every(({ status }) => status.kind === "valid");
  return {
    kind: "issuer.observed",
    status: isIssued ? { kind: "issued" } : { kind: "awaiting-validation" },
    rawStatus: isIssued ? "issued" : "pending",
    generation: generationOf(order),
    validations,
    ...(isIssued &&
      order.licence === undefined && { licence: { start: look.at, end: look.at + order.years * 365 * DAY } }),
  };
};

/** Takes the order at once; the first time costs. */
export const accepted = (order: Order, at: Instant): readonly OrderEvent[] => {
  const taken: OrderEvent = { kind: "issuer.accepted", ref: asId(`ref-${order.id}`), generation: generationOf(order) };
  if (order.issuerRef !== undefined) return [taken];
  return [taken, { kind: "charge.recorded", charge: { key: asId(order.id), at, amount: order.price } }];
};

const certificateFor = (order: Order, at: Instant): IssuedCertificate => {
  const longest = latestNotAfter(at, practisedValidity({ brand: order.product.brand, at }).days);
  const serial = `${order.id}-${order.enrolments}`;
  const notAfter = Math.min(longest, order.licence?.end ?? longest);
  return { serial, sha256: serial, names: namesOf(order), notBefore: at, notAfter, leaf: PEM, chain: [PEM] };
};

/** The certificate, as long as rules, issuer and licence allow, and what was proven for it. */
export const collected = (order: Order, at: Instant): OrderEvent => {
  const { brand, level } = order.product;
  const method = "dns-txt";
  const completed = namesOf(order).map((name) => {
    const validatedAt = provenAt(order, name, at)?.at ?? at;
    return {
      name,
      authorizationDomain: name,
      method,
      at: validatedAt,
      reuseUntil: reuseUntil({ validatedAt, brand, level, method }),
      byHand: false,
    } as const;
  });
  return { kind: "certificate.collected", certificate: certificateFor(order, at), completed };
};
