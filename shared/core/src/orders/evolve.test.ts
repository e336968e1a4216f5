import { describe, expect, test } from "vitest";
import type { HostId, IssuerRef, SiteId } from "../identifiers.ts";
import { asId } from "../identifiers.ts";
import type { Enrolment, EnrolmentPhase, Installation } from "./enrolment.ts";
import type { OrderEvent } from "./event.ts";
import { evolve, fold } from "./evolve.ts";
import { verifyChain } from "./journal.ts";
import type { Order } from "./order.ts";
import type { PublishedProof } from "./validation.ts";
import { TODAY, nameOf, sampleActive, sampleCertificate, sampleDraft } from "./sample-order.fixture.ts";

const [FIRST, SECOND] = [asId<HostId>("host-1"), asId<HostId>("host-2")];
const SITE = asId<SiteId>("site");
const SHOP = nameOf("shop.example.com");
const receipt = { id: "plan-1", undo: {} };

const issued: Extract<EnrolmentPhase, { kind: "issued" }> = {
  kind: "issued",
  csr: "",
  publicKeySha256: "",
  key: { kind: "customer" },
  ref: asId<IssuerRef>("r"),
  generation: 1,
  validations: [],
  status: { kind: "issued" },
  lookedAt: TODAY,
  movedAt: TODAY,
  told: {},
  certificate: sampleCertificate(),
  installations: [],
};

const under = (phase: EnrolmentPhase, changes: Partial<Order> = {}): Order => {
  const enrolment: Enrolment = { number: 2, reason: "before-expiry", names: [SHOP], begunAt: TODAY, phase };
  return sampleActive({ enrolment, enrolments: 2, ...changes });
};

const after = (order: Order, ...events: readonly OrderEvent[]): Order =>
  events.reduce((sum, event) => fold(sum, event, TODAY), order);

const statesOf = ({ enrolment }: Order): readonly string[] =>
  enrolment?.phase.kind === "issued" || enrolment?.phase.kind === "installed"
    ? enrolment.phase.installations.map(({ state }) => state.kind)
    : [];

describe("an order", () => {
  test("is the sum of its events: the same events again give the same order and the same journal", () => {
    const events: readonly OrderEvent[] = [
      { kind: "agreement.accepted", by: "anna" },
      { kind: "method.chosen", name: SHOP, choice: { method: "file" } },
      { kind: "order.confirmed", price: { amount: 1500, currency: "EUR" } },
      { kind: "enrolment.begun", reason: "first-issue", names: [SHOP] },
    ];
    const grown = () => events.reduce((order, event) => evolve(order, { at: TODAY, by: "anna", event }), sampleDraft());
    expect(grown()).toEqual(grown());
    expect(grown()).toMatchObject({ state: { kind: "placed" }, agreement: { by: "anna" }, enrolments: 1 });
    const { journal } = grown();
    expect(verifyChain(grown().id, journal.entries, journal.head)).toMatchObject({ kind: "intact", entries: 5 });
  });

  test("has forgotten what it found out about a method that is no longer chosen, as long as it is a draft", () => {
    const draft = sampleDraft({ preflight: { at: TODAY, findings: [] } });
    const chosen: OrderEvent = { kind: "method.chosen", name: SHOP, choice: { method: "file" } };
    expect(after(draft, chosen).preflight).toBeUndefined();
    expect(after(sampleActive({ preflight: { at: TODAY, findings: [] } }), chosen).preflight).toBeDefined();
  });
});

const file = (body: string): PublishedProof => ({
  kind: "file",
  host: FIRST,
  site: SITE,
  path: "/.well-known/a.txt",
  body,
});

describe("a proof", () => {
  const name = SHOP;
  const validating: EnrolmentPhase = {
    ...issued,
    kind: "validating",
    validations: [
      {
        issuer: { subject: { kind: "name", name }, method: "file", status: { kind: "pending" } },
        progress: { kind: "unpublished" },
      },
    ],
  };

  test("that takes the place of an older one is not withdrawn in its stead", () => {
    const elsewhere: PublishedProof = { ...file("old"), path: "/.well-known/b.txt" } as PublishedProof;
    const order = under(validating, { litter: [file("old"), elsewhere] });
    expect(after(order, { kind: "proof.published", name, proof: file("new") }).litter).toEqual([elsewhere]);
  });

  test("that was about to be published is withdrawn, when nobody heard whether it was", () => {
    const begun = after(under(validating), { kind: "proof.begun", name, proof: file("x") });
    expect(after(begun, { kind: "order.ended", because: { kind: "cancelled" } }).litter).toEqual([file("x")]);
    expect(after(begun, { kind: "enrolment.abandoned" }).litter).toEqual([file("x")]);
  });
});

const undone = (host: HostId): OrderEvent => ({
  kind: "install.rolled-back",
  host,
  site: SITE,
  receipt: receipt.id,
  because: "test",
});

const begun = (host: HostId): OrderEvent => ({ kind: "install.begun", host, site: SITE, receipt });

const wanted = (host: HostId): Installation => ({ host, site: SITE, state: { kind: "wanted" } });

describe("two sites of one certificate", () => {
  const order = under({ ...issued, installations: [wanted(FIRST), wanted(SECOND)] });

  test("are told apart although their hosts number their receipts alike", () => {
    const both = after(order, begun(FIRST), begun(SECOND));
    expect(statesOf(after(both, undone(SECOND)))).toEqual(["begun", "wanted"]);
    expect(statesOf(after(both, undone(FIRST)))).toEqual(["wanted", "begun"]);
  });

  test("left behind in the middle are undone each by its own receipt", () => {
    const left = after(order, begun(FIRST), begun(SECOND), { kind: "enrolment.abandoned" });
    expect(left.undo).toEqual([
      { host: FIRST, site: SITE, receipt },
      { host: SECOND, site: SITE, receipt },
    ]);
    expect(after(left, undone(SECOND)).undo).toEqual([{ host: FIRST, site: SITE, receipt }]);
  });
});
