import { asId, newOrder } from "@hostseal/core";
import type { Decision, LiveCertificate, Order, OrderWish, Product, Wait } from "@hostseal/core";
import { DAY, fromIso, parseDomainName } from "@hostseal/rules";
import type { DomainName } from "@hostseal/rules";

/** The day on which every order of these tests is made. */
export const START = fromIso("2026-11-21");

export const nameOf = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind === "refused") throw new TypeError(`${text}: ${parsed.code}`);
  return parsed.name;
};

export const SHOP = nameOf("shop.example.com");
export const BOOKS = nameOf("bücher.example.com");

export const aProduct = (changes: Partial<Product> = {}): Product => ({
  code: "dv",
  title: "Domain certificate",
  issuer: asId("sandbox"),
  brand: "sandbox",
  level: "dv",
  wildcard: true,
  maxNames: 10,
  includesWwwTwin: true,
  years: [1, 2, 3, 4, 5],
  price: { perYear: { amount: 900, currency: "EUR" }, perExtraNamePerYear: { amount: 300, currency: "EUR" } },
  ...changes,
});

const wish = (changes: Partial<OrderWish>): OrderWish => ({
  id: asId("ord_test"),
  partner: asId("partner"),
  customer: asId("customer"),
  product: aProduct(),
  years: 2,
  names: [SHOP],
  keyType: "ec-p256",
  contactEmails: ["owner@example.com"],
  wishes: { installations: [{ host: asId("panel"), site: asId("shop") }], methods: {} },
  ...changes,
});

/** A draft that was just made. */
export const aDraft = (changes: Partial<OrderWish> = {}): Order => newOrder(wish(changes), START, "customer");

export const aCertificate = (changes: Partial<LiveCertificate> = {}): LiveCertificate => ({
  serial: "0a0b",
  sha256: "ab".repeat(32),
  names: [SHOP],
  notBefore: START,
  notAfter: START + 199 * DAY - 1000,
  leaf: "leaf",
  chain: ["chain"],
  enrolment: 1,
  provenAt: START,
  publicKeySha256: "cd".repeat(32),
  key: { kind: "destroyed" },
  watch: { at: START, verdict: { kind: "served" } },
  ...changes,
});

/** An order whose licence runs and whose first certificate is served. */
export const anActiveOrder = (changes: Partial<Order> = {}): Order => ({
  ...aDraft(),
  state: { kind: "active", since: START },
  agreement: { at: START, by: "customer" },
  charges: [{ key: asId("key"), at: START, amount: { amount: 1800, currency: "EUR" } }],
  licence: { start: START, end: START + 730 * DAY },
  enrolments: 1,
  certificates: 1,
  certificate: aCertificate(),
  completed: [
    {
      name: SHOP,
      authorizationDomain: SHOP,
      method: "dns-txt",
      at: START,
      reuseUntil: START + 198 * DAY,
      byHand: false,
    },
  ],
  ...changes,
});

const parameters = {
  "proof.mail": { name: "shop.example.com", address: "admin@example.com" },
  "draft.blocked": { problem: "CAA forbids it.", fix: "Add a record." },
  "licence.running": { notAfter: "2027-06-08", licenceEnd: "2028-11-20", plan: "reissued by itself on 2027-04-02" },
  "licence.ending": { licenceEnd: "2028-11-20", order: "ord_test" },
  "issuer.issuing": {},
  "step.failed": { problem: "The panel does not answer.", fix: "Look after it." },
  "site.not-served": { name: "shop.example.com", seen: "2026-11-22", because: "it changed", order: "ord_test" },
} as const;

/** A reason to wait, a day long. */
export const aWait = (reason: keyof typeof parameters, actor: Wait["actor"]): Wait => ({
  kind: "wait",
  reason,
  parameters: parameters[reason],
  actor,
  until: START + DAY,
});

export const AT_REST: Decision = { kind: "rest" };
