import type { Artefact, Money, Product } from "@hostseal/core";
import { formatMoney } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { toIso } from "@hostseal/rules";
import type { Delivery } from "../acts/collect.ts";
import type { RenewalWindow } from "../acts/renewal-window.ts";
import type { OrderView } from "../counter.ts";
import type { Change } from "../orders/order-book.ts";
import type { NameCase, OrganisationStep, Verdict } from "../orders/order.ts";
import { currentGeneration } from "../orders/order.ts";
import { isDone } from "../orders/stage.ts";
import type { Stage } from "../orders/stage.ts";
import { METHOD_WORDS, PROBLEM_WORDS, STEP_WORDS } from "./words.ts";

/** `12.34 EUR` as two strings: vendors rarely send amounts as numbers. */
const wireMoney = (money: Money) => {
  const [amount, currency] = formatMoney(money).split(" ");
  return { amount, currency };
};

const STATUS_WORDS: Readonly<Record<Stage, readonly [status: string, stage?: string]>> = {
  "awaiting-control": ["in_progress", "dcv"],
  "awaiting-organisation": ["in_progress", "vetting"],
  producing: ["in_progress", "production"],
  active: ["active"],
  lapsed: ["lapsed"],
  cancelled: ["voided"],
  rejected: ["declined"],
  revoked: ["revoked"],
};

const wireArtefact = (artefact: Artefact) => {
  switch (artefact.kind) {
    case "dns-txt":
      return { record_type: "TXT", record_name: `${artefact.host}.`, record_value: artefact.value };
    case "dns-cname":
      return { record_type: "CNAME", record_name: `${artefact.host}.`, record_value: `${artefact.target}.` };
    case "file":
      return { file_url: `http://${artefact.name}${artefact.path}`, file_content: artefact.body };
    case "email":
      return { mailbox: artefact.address };
  }
};

const wireVerdict = (verdict: Verdict) => {
  switch (verdict.kind) {
    case "open":
      return { state: "awaiting" };
    case "proven":
      return {
        state: verdict.reused ? "reused" : "passed",
        passed_at: toIso(verdict.at),
        passed_by: METHOD_WORDS[verdict.method],
        passed_for: verdict.domain,
      };
    case "refused":
      return {
        state: "rejected",
        last_poll: {
          at: toIso(verdict.at),
          code: PROBLEM_WORDS[verdict.problem],
          expected: verdict.sight.expected,
          actual: verdict.sight.actual,
        },
      };
  }
};

const wireCase = ({ name, choice, artefact, verdict }: NameCase) => ({
  fqdn: name,
  dcv: { method: METHOD_WORDS[choice.method], ...wireArtefact(artefact) },
  ...wireVerdict(verdict),
});

const wireStep = (step: OrganisationStep, now: Instant) => ({
  step: STEP_WORDS[step.check],
  state: isDone(step, now) ? "done" : "open",
  ...(isDone(step, now) && step.doneAt !== undefined && { done_at: toIso(step.doneAt) }),
});

const wireEnding = ({ order: { ending } }: OrderView) => {
  if (ending?.kind === "rejected") return { status_note: ending.evidence };
  return ending?.kind === "revoked" ? { revoked_at: toIso(ending.at) } : {};
};

/** An order in the words of this interface. `issue` is the generation, as text. */
export const wireOrder = (view: OrderView) => {
  const { order, stage, charged, at } = view;
  const [status, wireStage] = STATUS_WORDS[stage];
  const generation = currentGeneration(order);
  return {
    order_number: order.ref,
    partner_reference: generation.reference,
    product_code: order.product.code,
    status,
    ...(wireStage !== undefined && { stage: wireStage }),
    ...wireEnding(view),
    subscription: order.licence ? { begin: toIso(order.licence.start), end: toIso(order.licence.end) } : null,
    issue: String(generation.number),
    domains: generation.cases.map(wireCase),
    vetting: order.organisationSteps.map((step) => wireStep(step, at)),
    charged: wireMoney(charged),
  };
};

export const wireProduct = (product: Product) => ({
  code: product.code,
  label: product.title,
  brand: product.brand,
  validation: product.level.toUpperCase(),
  wildcard: product.wildcard ? "1" : "0",
  www_included: product.includesWwwTwin ? "1" : "0",
  san_max: String(product.maxNames),
  terms: product.years.map((years) => ({ months: String(years * 12) })),
  price: {
    yearly: wireMoney(product.price.perYear),
    yearly_per_extra_san: wireMoney(product.price.perExtraNamePerYear),
  },
});

export const wireBalance = (balance: Money) => {
  const { amount, currency } = wireMoney(balance);
  return { available: amount, currency };
};

export const wireDelivery = ({ generation, certificate, bundle }: Delivery) => ({
  issue: String(generation),
  serial_number: certificate.serial.toUpperCase(),
  valid_from: toIso(certificate.notBefore),
  valid_to: toIso(certificate.notAfter),
  certificate: certificate.pem,
  ca_bundle: bundle.join(""),
});

export const wireWindow = (window: RenewalWindow | undefined) => ({
  window: window ? { opens: toIso(window.start), closes: toIso(window.end) } : null,
});

export const wireChanges = (changes: readonly Change[], since: number) => ({
  changes: changes.map(({ ref, at }) => ({ order_number: ref, at: toIso(at) })),
  cursor: String(changes.at(-1)?.sequence ?? since),
});
