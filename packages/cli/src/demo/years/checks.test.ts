import { DAY, LICENCE_REMINDERS } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { anActiveOrder, SHOP, START } from "../../../test/orders.ts";
import type { ProvenCertificate } from "../telling/certificates.ts";
import { checkYears } from "./checks.ts";
import type { Evidence } from "./evidence.ts";

const END = START + 300 * DAY;

const certificate = (number: number, from: number, until: number): ProvenCertificate => ({
  serial: `0${number}`,
  sha256: `0${number}`,
  publicKeySha256: `0${number}`,
  names: [SHOP],
  notBefore: from,
  notAfter: until - 1_000,
  begunAt: from,
  provenAt: from,
  validations: [{ name: SHOP, method: "dns-txt", at: from, reused: false }],
});

const first = certificate(1, START, START + 199 * DAY);
const second = certificate(2, START + 130 * DAY, START + 229 * DAY);
const third = certificate(3, START + 210 * DAY, END);

const order = anActiveOrder();

const letters = LICENCE_REMINDERS.map((days) => ({
  id: String(days),
  to: "owner@example.com",
  subject: "shop.example.com: the licence ends on a day",
  text: "",
  receivedAt: END - days * DAY,
}));

const evidence: Evidence = {
  order,
  licence: { start: START, end: END },
  certificates: [first, second, third],
  journal: order.journal.entries,
  letters,
  ledger: [{ partner: "demo", order: "X", amount: order.price.amount, at: START }],
  looks: [{ at: START + DAY, notAfter: first.notAfter, complaint: undefined }],
};

const wrongWith = (change: Partial<Evidence>): readonly string[] =>
  checkYears({ ...evidence, ...change })
    .filter(({ holds }) => !holds)
    .map(({ sentence }) => sentence);

describe("the years are judged", () => {
  test("well, when nothing is wrong", () => {
    expect(wrongWith({})).toEqual([]);
    expect(checkYears(evidence)).toHaveLength(10);
  });

  test.each<[RegExp, Partial<Evidence>]>([
    [
      /lives longer than the rules of 2026-11-21 allow/,
      { certificates: [{ ...first, notAfter: START + 201 * DAY }, second, third] },
    ],
    [/lives longer than the rules of 2027-03-31 allow/, { certificates: [first, { ...second, notAfter: END }, third] }],
    [/nothing was issued under the rules of 2027-03-15/, { certificates: [{ ...first, notAfter: END }] }],
    [/certificate 02 does not hold every name/, { certificates: [first, { ...second, names: [] }, third] }],
    [/a key was used for two certificates/, { certificates: [first, { ...second, publicKeySha256: "01" }, third] }],
    [
      /certificate 03 stands on a proof of shop.example.com of 2026-11-21/,
      { certificates: [first, second, { ...third, validations: first.validations }] },
    ],
    [/certificate 02 holds a name without a proof/, { certificates: [first, { ...second, validations: [] }, third] }],
    [
      /nothing was served between .* after 01/,
      { certificates: [first, { ...second, provenAt: first.notAfter + 1 }, third] },
    ],
    [/the last certificate ends before the licence/, { certificates: [first, second] }],
    [
      /on 2026-11-22T00:00:00Z, the site is down/,
      { looks: [{ at: START + DAY, notAfter: END, complaint: "the site is down" }] },
    ],
    [/an expired certificate was served/, { looks: [{ at: END, notAfter: START, complaint: undefined }] }],
    [/no message came 30 day\(s\) before/, { letters: letters.filter(({ id }) => id !== "30") }],
    [
      /no message came 90 day\(s\) before/,
      { letters: letters.map((letter) => ({ ...letter, receivedAt: letter.receivedAt + DAY })) },
    ],
    [/moved the balance 2 times/, { ledger: [...evidence.ledger, ...evidence.ledger] }],
    [/moved the balance 0 times/, { ledger: [] }],
    [/entry 1 of the journal does not fit/, { journal: order.journal.entries.map((entry) => ({ ...entry, by: "x" })) }],
  ])("badly: %s", (sentence, change) => {
    expect(wrongWith(change)).toContainEqual(expect.stringMatching(sentence));
  });
});
