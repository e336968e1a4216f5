import { inspect } from "node:util";
import { asId, isFailure } from "@hostseal/core";
import type { Issuer, IssuerRef } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Http } from "@hostseal/http";
import orderInProgress from "../../test/fixtures/order-in-progress.json" with { type: "json" };
import productList from "../../test/fixtures/products.json" with { type: "json" };
import { createSandboxIssuer } from "./sandbox-issuer.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const NAME = "example.com" as DomainName;
const REF = asId<IssuerRef>("SB1");
const certificateRequest = {
  key: asId<never>("key-1"),
  csr: "",
  names: [NAME],
  methods: [{ name: NAME, choice: { method: "dns-txt" } as const }],
  agreedAt: 0,
};

/** Every question a driver can ask. */
const QUESTIONS: readonly ((issuer: Issuer) => Promise<unknown> | undefined)[] = [
  (issuer) => issuer.place({ ...certificateRequest, product: "p", years: 1, contactEmails: ["a@b.example"] }),
  (issuer) => issuer.look(REF),
  (issuer) => issuer.setValidation(REF, NAME, { method: "file" }),
  (issuer) => issuer.check(REF),
  (issuer) => issuer.collect(REF, 1),
  (issuer) => issuer.reissue(REF, certificateRequest),
  (issuer) => issuer.catalogue?.products(),
  (issuer) => issuer.purse?.balance(),
  (issuer) => issuer.revoker?.revoke(REF, "superseded"),
  (issuer) => issuer.canceller?.cancel(REF),
  (issuer) => issuer.approvers?.addresses(NAME),
  (issuer) => issuer.approvers?.resend(REF, NAME),
  (issuer) => issuer.finder?.find(asId("key-1")),
  (issuer) => issuer.adviser?.window(REF),
];

const answering = (status: number, text: string): Issuer => {
  const http: Http = { send: async () => ({ kind: "answer", mediaType: "", status, text, redact: (words) => words }) };
  const clock = { now: () => 0, until: async () => undefined };
  return createSandboxIssuer(
    { id: asId("sandbox"), url: "http://ca.example", credential: new Secret("secret") },
    { http, clock },
  );
};

const comesToTerms = async (status: number, text: string): Promise<void> => {
  const issuer = answering(status, text);
  for (const ask of QUESTIONS) {
    const thrown: unknown = await Promise.resolve()
      .then(() => ask(issuer))
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    if (thrown !== undefined) expect(isFailure(thrown), inspect(thrown)).toBe(true);
  }
};

/** Answers that would be right. */
const RIGHT: readonly Json[] = [
  orderInProgress,
  {
    ...orderInProgress,
    status: "active",
    subscription: { begin: "2026-11-21T10:00:00Z", end: "2027-11-21T10:00:00Z" },
  },
  { orders: [orderInProgress] },
  productList,
  { available: "10.00", currency: "EUR" },
  { mailboxes: ["admin@example.com"] },
  { window: { opens: "2026-11-21T10:00:00Z", closes: "2026-11-22T10:00:00Z" } },
  { issue: "1", certificate: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", ca_bundle: "" },
  { error: { code: "order_unknown", message: "no" } },
];

const isRecord = (json: Json): json is { readonly [key: string]: Json } => typeof json === "object" && json !== null;

/** Puts `other` in the place that the steps lead to, or takes the place away. */
const mutated = (json: Json, steps: readonly number[], other: Json | undefined): Json | undefined => {
  const [step, ...rest] = steps;
  if (step === undefined || !isRecord(json)) return other;
  const keys = Object.keys(json);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return other;
  const child = mutated(json[key] as Json, rest, other);
  const changed: Record<string, Json> = Object.fromEntries(Object.entries(json).filter(([name]) => name !== key));
  if (child !== undefined) changed[key] = child;
  return Array.isArray(json) ? Object.values(changed) : changed;
};

const anyStatus = fc.oneof(fc.constant(200), fc.integer({ min: 100, max: 599 }));
const strangeText = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "",
    " ",
    "1".repeat(400),
    "-1",
    "1e999",
    "NaN",
    "2026-02-31T00:00:00Z",
    "0000-00-00T00:00:00Z",
    "http://",
    "\u0000",
  ),
);
const anyJson = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<Json>,
  strangeText,
  fc.constantFrom<Json>(-1, 1e308, 0, null, true),
);

describe("the driver, whatever the vendor answers,", () => {
  it("comes to terms with any text under any status", async () => {
    await fc.assert(fc.asyncProperty(anyStatus, fc.oneof(fc.string(), fc.json()), comesToTerms), { numRuns: 300 });
  });

  it("comes to terms with right answers in which something is missing or replaced", async () => {
    const steps = fc.array(fc.nat(30), { minLength: 1, maxLength: 6 });
    const spoiled = fc
      .tuple(fc.constantFrom(...RIGHT), steps, fc.option(anyJson, { nil: undefined }))
      .map(([right, path, other]) => JSON.stringify(mutated(right, path, other) ?? null));
    await fc.assert(fc.asyncProperty(anyStatus, spoiled, comesToTerms), { numRuns: 600 });
  });

  it("comes to terms with right answers cut off anywhere", async () => {
    const cut = fc
      .tuple(fc.constantFrom(...RIGHT), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([right, part]) => JSON.stringify(right).slice(0, Math.floor(JSON.stringify(right).length * part)));
    await fc.assert(fc.asyncProperty(fc.constant(200), cut, comesToTerms), { numRuns: 200 });
  });

  it("comes to terms with deep and with wide answers", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const wide = JSON.stringify({
      ...orderInProgress,
      domains: Array.from({ length: 10_000 }, () => orderInProgress.domains[0]),
    });
    for (const text of [deep, wide]) await comesToTerms(200, text);
  });
});
