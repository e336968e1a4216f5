import type {
  Artefact,
  CollectedCertificate,
  IssuerOrder,
  IssuerStatus,
  IssuerValidation,
  IssuerValidationStatus,
  MethodChoice,
  Money,
  Organisation,
  Product,
} from "@hostseal/core";
import { asId } from "@hostseal/core";
import { splitPem } from "@hostseal/pki";
import type { DomainName, Level } from "@hostseal/rules";
import { parseDomainName } from "@hostseal/rules";
import type { WireDelivery, WireDomain, WireMoney, WireOrder, WireProduct, WireVetting } from "./wire.ts";
import { CHECK_OF_STEP, METHOD_OF_WORD, PROBLEM_OF_CODE, WORD_OF_METHOD } from "./words.ts";

/** What was sent has the agreed shape but no meaning. The message is the end of "… is not its API: ". */
export class Meaningless extends Error {
  override readonly name = "Meaningless";
}

/** Exact: digits are moved, nothing is multiplied. */
export const toMoney = ({ amount, currency }: WireMoney): Money => {
  const [whole = "", fraction = ""] = amount.split(".");
  return { amount: Number(whole + fraction.padEnd(2, "0")), currency };
};

const toName = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind === "refused") throw new Meaningless(`it names ${JSON.stringify(text)}, which is no domain name`);
  return parsed.name;
};

const withoutFinalDot = (host: string): string => host.replace(/\.$/, "");

const toFile = (name: DomainName, url: string, body: string): Artefact => {
  const { pathname, host } = URL.parse(url) ?? {};
  if (host !== name || pathname === undefined) throw new Meaningless(`the validation file is not on ${name}`);
  return { kind: "file", name, path: pathname, body };
};

const toArtefact = (name: DomainName, dcv: WireDomain["dcv"]): Artefact | undefined => {
  const { record_name: record, record_value: value, file_url: url, file_content: body, mailbox } = dcv;
  const method = METHOD_OF_WORD.get(dcv.method);
  if (method === "email" && mailbox !== undefined) return { kind: "email", address: mailbox };
  if (method === "file" && url !== undefined && body !== undefined) return toFile(name, url, body);
  if (record === undefined || value === undefined) return undefined;
  const host = withoutFinalDot(record);
  if (method === "dns-txt") return { kind: "dns-txt", host, value };
  return method === "dns-cname" ? { kind: "dns-cname", host, target: withoutFinalDot(value) } : undefined;
};

const toPassed = ({ state, passed_at: at }: WireDomain): IssuerValidationStatus => {
  if (at === undefined) throw new Meaningless("a proof is accepted without a date");
  return { kind: "valid", at, reused: state === "reused" };
};

const toRejected = ({ last_poll: poll }: WireDomain): IssuerValidationStatus => {
  if (!poll) throw new Meaningless("a proof is rejected without a reason");
  const { at, code, expected = "", actual = "" } = poll;
  const because = PROBLEM_OF_CODE.get(code) ?? "other";
  return { kind: "failed", at, because, evidence: `${code}: expected ${expected}; found ${actual}` };
};

const toValidationStatus = (domain: WireDomain): IssuerValidationStatus => {
  switch (domain.state) {
    case "awaiting":
      return { kind: "pending" };
    case "passed":
    case "reused":
      return toPassed(domain);
    case "rejected":
      return toRejected(domain);
  }
};

const toNameValidation = (domain: WireDomain): IssuerValidation => {
  const name = toName(domain.fqdn);
  const method = METHOD_OF_WORD.get(domain.passed_by ?? domain.dcv.method);
  const artefact = toArtefact(name, domain.dcv);
  const proven = domain.passed_for === undefined ? name : toName(domain.passed_for);
  return {
    subject: { kind: "name", name },
    ...(proven !== name && { authorizationDomain: proven }),
    ...(method && { method }),
    ...(artefact && { artefact }),
    status: toValidationStatus(domain),
  };
};

/** A step of a kind we do not know is left out: nobody could say what to do about it. */
const toOrganisationValidation = ({ step, state, done_at: at }: WireVetting): readonly IssuerValidation[] => {
  const check = CHECK_OF_STEP.get(step);
  if (!check) return [];
  if (state === "done" && at === undefined) throw new Meaningless("a check is done without a date");
  const status: IssuerValidationStatus = at === undefined ? { kind: "pending" } : { kind: "valid", at, reused: false };
  return [{ subject: { kind: "organisation", check }, status }];
};

const toProgress = ({ stage }: WireOrder): IssuerStatus => {
  switch (stage) {
    case "dcv":
      return { kind: "awaiting-validation" };
    case "vetting":
      return { kind: "awaiting-organisation" };
    case "production":
      return { kind: "issuing" };
    case undefined:
      throw new Meaningless("an order is in progress at no stage");
  }
};

const toStatus = (order: WireOrder): IssuerStatus => {
  switch (order.status) {
    case "in_progress":
      return toProgress(order);
    case "active":
      return { kind: "issued" };
    case "lapsed":
      return { kind: "expired" };
    case "voided":
      return { kind: "cancelled" };
    case "declined":
      return { kind: "rejected", evidence: order.status_note ?? "no reason given" };
    case "revoked":
      if (order.revoked_at === undefined) throw new Meaningless("an order is revoked without a date");
      return { kind: "revoked", at: order.revoked_at };
  }
};

export const toIssuerOrder = (order: WireOrder): IssuerOrder => ({
  ref: asId(order.order_number),
  status: toStatus(order),
  rawStatus: order.stage === undefined ? order.status : `${order.status}/${order.stage}`,
  ...(order.subscription && { licence: { start: order.subscription.begin, end: order.subscription.end } }),
  generation: order.issue,
  validations: [...order.domains.map(toNameValidation), ...order.vetting.flatMap(toOrganisationValidation)],
  charged: toMoney(order.charged),
});

const MONTHS_A_YEAR = 12;

export const toProduct = (product: WireProduct, { issuer, brand }: Pick<Product, "issuer" | "brand">): Product => ({
  code: product.code,
  title: product.label,
  issuer,
  brand,
  level: product.validation.toLowerCase() as Level,
  wildcard: product.wildcard,
  maxNames: product.san_max,
  includesWwwTwin: product.www_included,
  years: product.terms.flatMap(({ months }) => (months % MONTHS_A_YEAR === 0 ? [months / MONTHS_A_YEAR] : [])),
  price: {
    perYear: toMoney(product.price.yearly),
    perExtraNamePerYear: toMoney(product.price.yearly_per_extra_san),
  },
});

export const toCollected = (delivery: WireDelivery, generation: number): CollectedCertificate => {
  const [leaf, ...rest] = splitPem(delivery.certificate);
  if (leaf === undefined) throw new Meaningless("there is no whole certificate in it");
  if (delivery.issue !== generation) throw new Meaningless("it sent another certificate than the one asked for");
  return { generation, leaf, intermediates: [...rest, ...splitPem(delivery.ca_bundle)] };
};

/** Nothing for a method this vendor does not offer. */
export const fromChoice = (choice: MethodChoice) => {
  const method = WORD_OF_METHOD.get(choice.method);
  if (method === undefined) return undefined;
  return choice.method === "email" ? { method, mailbox: choice.address } : { method };
};

export const fromOrganisation = ({ name, registrationNumber, ...rest }: Organisation) => ({
  legal_name: name,
  ...rest,
  ...(registrationNumber !== undefined && { registration_number: registrationNumber }),
});
