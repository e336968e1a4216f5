import type { Chapter, JournalEntry, LiveCertificate, Order, Product } from "../src/index.ts";
import { asId } from "../src/index.ts";
import type { DomainName } from "@hostseal/rules";
import { DAY, fromIso } from "@hostseal/rules";

const START = fromIso("2026-11-21");

const product: Product = {
  code: "dv-single",
  title: "Domain certificate",
  issuer: asId("sandbox"),
  brand: "sandbox",
  level: "dv",
  wildcard: false,
  maxNames: 1,
  includesWwwTwin: true,
  years: [1, 2, 3, 4, 5],
  price: { perYear: { amount: 1200, currency: "EUR" }, perExtraNamePerYear: { amount: 600, currency: "EUR" } },
};

/** As long as the certificate of a 2048-bit key is; what is in it does not matter to a store. */
const pem = `-----BEGIN CERTIFICATE-----\n${`${"MIIB".repeat(16)}\n`.repeat(28)}-----END CERTIFICATE-----\n`;

const certificateFor = (names: readonly DomainName[]): LiveCertificate => ({
  serial: "01".repeat(16),
  sha256: "ab".repeat(32),
  names,
  notBefore: START,
  notAfter: START + 199 * DAY,
  leaf: pem,
  chain: [pem, pem],
  enrolment: 1,
  provenAt: START,
  publicKeySha256: "cd".repeat(32),
  key: { kind: "destroyed" },
  watch: { at: START, verdict: { kind: "served" } },
});

/** Journal entries from `first` to `last`; their hashes are of the right length and not true. */
export const sampleEntries = (first: number, last: number): readonly JournalEntry[] =>
  Array.from({ length: last - first + 1 }, (_, step) => ({
    sequence: first + step,
    at: START,
    by: "hostseal",
    event: { kind: "look.asked" },
    previous: first + step === 1 ? "" : "0f".repeat(32),
    hash: "0f".repeat(32),
  }));

/** An order in its steady state: licence running, one certificate proven, four journal entries since. */
export const sampleOrder = (id: string, changes: Partial<Order> = {}): Order => {
  const names = changes.names ?? [asId<DomainName>(`${id}.example.com`), asId<DomainName>(`www.${id}.example.com`)];
  return {
    id: asId(id),
    partner: asId("partner-1"),
    customer: asId("customer-1"),
    createdAt: START,
    product,
    years: 5,
    price: { amount: 6000, currency: "EUR" },
    names,
    keyType: "ec-p256",
    contactEmails: [`owner@${id}.example.com`],
    wishes: { installations: [{ host: asId("demo"), site: asId(id) }], methods: {} },
    state: { kind: "active", since: START },
    agreement: { at: START, by: "customer-1" },
    charges: [{ key: asId(`${id}-place`), at: START, amount: { amount: 6000, currency: "EUR" } }],
    licence: { start: START, end: START + 5 * 365 * DAY },
    issuerRef: asId(`issuer-${id}`),
    enrolments: 1,
    certificates: 1,
    certificate: certificateFor(names),
    completed: [],
    setbacks: {},
    spentKeys: [],
    undo: [],
    litter: [],
    reminded: [],
    outbox: [],
    journal: { sequence: 4, head: "0f".repeat(32), chapters: 0, entries: sampleEntries(1, 4) },
    next: { at: START + 132 * DAY, rulesEdition: "edition-1" },
    ...changes,
  };
};

/** The order one step later: one more journal entry, and whatever else changes. */
export const sampleStep = (order: Order, changes: Partial<Order> = {}): Order => {
  const { journal } = order;
  const sequence = journal.sequence + 1;
  const entries = [...journal.entries, ...sampleEntries(sequence, sequence)];
  return { ...order, journal: { ...journal, sequence, entries }, ...changes };
};

/** The next chapter of an order: all entries it holds. */
export const sampleChapter = ({ id, partner, customer, journal }: Order): Chapter => ({
  order: id,
  partner,
  customer,
  number: journal.chapters + 1,
  entries: journal.entries,
});

/** The order after `chapter` has been archived. */
export const withoutChapter = (order: Order, chapter: Chapter): Order => ({
  ...order,
  journal: { ...order.journal, chapters: chapter.number, entries: [] },
});
