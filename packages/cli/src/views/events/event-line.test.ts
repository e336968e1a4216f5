import { asId } from "@hostseal/core";
import type { OrderEvent } from "@hostseal/core";
import { describe, expect, test } from "vitest";
import { aCertificate, aDraft, BOOKS, SHOP, START } from "../../../test/orders.ts";
import { plainPaint } from "../paint.ts";
import { toEventLine } from "./event-line.ts";
import { toMarkedLine } from "./line.ts";

const told = (event: OrderEvent): string | undefined => {
  const line = toEventLine(event);
  return line && toMarkedLine(line, plainPaint);
};

const where = { host: asId<never>("panel"), site: asId<never>("shop") };
const setback = {
  step: "submit",
  code: "issuer.answer-lost",
  parameters: { issuer: "Sandbox" },
  since: START,
  attempts: 1,
  nextTry: START,
} as const;
const record = { type: "TXT", host: "_x.shop.example.com", value: "v" } as const;

describe("what happened, in one line", () => {
  test.each<[string | undefined, OrderEvent]>([
    ["✔ Ordered for 9.00 EUR", { kind: "order.confirmed", price: { amount: 900, currency: "EUR" } }],
    [
      "✔ A fresh key was made on panel, where it stays",
      { kind: "key.prepared", csr: "", publicKeySha256: "", key: { kind: "host", host: where.host, reference: "k" } },
    ],
    [
      "✔ The proof for shop.example.com is published as TXT record at _x.shop.example.com",
      { kind: "proof.published", name: SHOP, proof: { kind: "record", host: where.host, record } },
    ],
    [
      "… shop.example.com: its DNS is elsewhere, so somebody must create the record there",
      { kind: "proof.by-hand", name: SHOP, because: "zone-elsewhere" },
    ],
    [
      "✔ The proof for bücher.example.com (xn--bcher-kva.example.com) is visible from outside",
      { kind: "proof.seen", name: BOOKS },
    ],
    [
      "✔ Certificate 0a0b for shop.example.com, valid 2026-11-21 to 2027-06-07",
      { kind: "certificate.collected", certificate: aCertificate(), completed: [] },
    ],
    [
      "✔ Seen from outside on panel:shop, at 192.0.2.1 port 443",
      {
        kind: "install.seen",
        ...where,
        at: [
          { address: "192.0.2.1", port: 443 },
          { address: "192.0.2.1", port: 443 },
        ],
      },
    ],
    [
      "✖ panel:shop got its old certificate back: the server is stuck",
      { kind: "install.rolled-back", ...where, receipt: "r1", because: "the server is stuck" },
    ],
    [
      "✖ Sandbox was asked, but its answer was lost. Tried again at 2026-11-21 00:00 UTC",
      { kind: "step.failed", place: { lane: "enrolment" }, setback },
    ],
    ["✔ Proven: every site serves certificate 0a0b", { kind: "certificate.proven", serial: "0a0b" }],
    [undefined, { kind: "look.asked" }],
    [undefined, { kind: "enrolment.finished" }],
  ])("%s", (line, event) => {
    expect(told(event)).toBe(line);
  });

  test("a draft that would be refused is stopped with the exact change", () => {
    const parameters = { name: SHOP, at: "example.com", record: '0 issue ";"', add: '0 issue "ca.example"' };
    const finding = { name: SHOP, weight: "blocks", check: "caa", problem: "caa-nobody", parameters } as const;
    expect(told({ kind: "preflight.observed", findings: [finding] })).toMatch(
      /^✖ Stopped: .*CAA 0 issue "ca\.example"/,
    );
  });

  test("an order begins with its number, names, product and price", () => {
    const [entry] = aDraft().journal.entries;
    expect(entry && told(entry.event)).toBe(
      "· Order ord_test: shop.example.com, Domain certificate, 2 year(s), 18.00 EUR",
    );
  });
});
