import type { DomainName, Instant } from "@hostseal/rules";
import { DAY, fromIso, parseDomainName } from "@hostseal/rules";
import type { OrderWish } from "../commands/new-order.ts";
import { newOrder } from "../commands/new-order.ts";
import { asId } from "../identifiers.ts";
import type { LiveCertificate, Order } from "./order.ts";
import type { Product } from "./product.ts";
import type { CompletedValidation } from "./validation.ts";

/** The day on which sample orders are made. */
export const TODAY: Instant = fromIso("2026-11-21");

export const nameOf = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind === "refused") throw new TypeError(`${text}: ${parsed.code}`);
  return parsed.name;
};

export const sampleProduct: Product = {
  code: "dv",
  title: "Sample DV",
  issuer: asId("sample"),
  brand: "sandbox",
  level: "dv",
  wildcard: true,
  maxNames: 3,
  includesWwwTwin: false,
  years: [1, 2, 5],
  price: { perYear: { amount: 1000, currency: "EUR" }, perExtraNamePerYear: { amount: 500, currency: "EUR" } },
};

export const sampleWish: OrderWish = {
  id: asId("ord_1"),
  partner: asId("partner"),
  customer: asId("customer"),
  product: sampleProduct,
  years: 1,
  names: [nameOf("shop.example.com"), nameOf("www.shop.example.com")],
  keyType: "ec-p256",
  contactEmails: ["owner@example.com"],
  wishes: { installations: [{ host: asId("host"), site: asId("site") }], methods: {} },
};

/** A draft that nobody has looked at. */
export const sampleDraft = (changes: Partial<Order> = {}): Order => ({
  ...newOrder(sampleWish, TODAY, "customer"),
  ...changes,
});

export const sampleCertificate = (changes: Partial<LiveCertificate> = {}): LiveCertificate => ({
  serial: "0a",
  sha256: "ab".repeat(32),
  names: sampleWish.names,
  notBefore: TODAY,
  notAfter: TODAY + 199 * DAY - 1000,
  leaf: "",
  chain: [],
  enrolment: 1,
  provenAt: TODAY,
  publicKeySha256: "cd".repeat(32),
  key: { kind: "destroyed" },
  watch: { at: TODAY, verdict: { kind: "served" } },
  ...changes,
});

export const sampleProof = (changes: Partial<CompletedValidation> = {}): CompletedValidation => ({
  name: nameOf("shop.example.com"),
  authorizationDomain: nameOf("shop.example.com"),
  method: "dns-txt",
  at: TODAY,
  reuseUntil: TODAY + 198 * DAY,
  byHand: false,
  ...changes,
});

/** An order of five years with its first certificate proven and nothing under way. */
export const sampleActive = (changes: Partial<Order> = {}): Order => ({
  ...sampleDraft(),
  years: 5,
  price: { amount: 7500, currency: "EUR" },
  state: { kind: "active", since: TODAY },
  agreement: { at: TODAY, by: "customer" },
  issuerRef: asId("ref-1"),
  licence: { start: TODAY, end: TODAY + 5 * 365 * DAY },
  enrolments: 1,
  certificates: 1,
  certificate: sampleCertificate(),
  completed: [sampleProof()],
  ...changes,
});
