import { type Order, settle } from "@hostseal/core";
import { makeCsr, makeKey } from "@hostseal/pki";
import { HOUR } from "@hostseal/rules";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { liveUntil, placeOrder, putDraft } from "./placed-order.ts";
import { openStage, type Stage } from "./stage.ts";
import { trackerOf } from "./tracking-visit.ts";
import type { Visitor } from "./visitor.ts";

const CONTACT = "shop@harbour.example";

let stage: Stage;
let order: Order;
let other: Order;
let foreign: Order;
let visitor: Visitor;
let page: string;

const isWaiting = ({ enrolment }: Order): boolean => enrolment?.phase.kind === "validating";
const isProven = ({ certificate }: Order): boolean => certificate !== undefined;

const stored = async (): Promise<Order> => {
  const found = await stage.world.store.get(order.id, { kind: "everything" });
  if (!found) throw new TypeError("the order is gone");
  return found.order;
};

beforeAll(async () => {
  stage = await openStage({ flies: false });
  order = await placeOrder(stage, { names: ["shop.example.com"], contact: CONTACT, site: "shop" }, isProven);
  other = await putDraft(stage, { names: ["diary.example.com"], contact: CONTACT });
  foreign = await putDraft(stage, { names: ["neighbour.example.net"], customer: "neighbour", contact: CONTACT });
  ({ visitor, page } = await trackerOf(stage, order.id, CONTACT));
});
afterAll(async () => stage[Symbol.asyncDispose]());

describe("the page of an order without a panel", () => {
  test("says how it stands, until when, and under which numbers", async () => {
    const { status, html } = await visitor.get(page);
    expect(status).toBe(200);
    expect(html).toContain("Active");
    expect(html).toContain("This certificate until");
    expect(html).toContain("Your licence until");
    expect(html).toContain(order.id);
    expect(html).toContain(`Issuer reference ${(await stored()).issuerRef}`);
  });

  test("gives the certificate with its chain", async () => {
    const { status, html } = await visitor.get(`${page}/certificate.pem`);
    expect(status).toBe(200);
    expect(html).toMatch(/^-----BEGIN CERTIFICATE-----[\s\S]+-----BEGIN CERTIFICATE-----/);
  });

  test.each([
    ["another order of the same customer", () => other.id],
    ["an order of another customer", () => foreign.id],
    ["an order that never was", () => "ord_0000000000000000"],
  ])("does not lead to %s", async (_whose, id) => {
    const before = await stage.world.store.get(other.id, { kind: "everything" });
    for (const path of ["", "/certificate.pem", "/archive", "/changes"])
      expect((await visitor.get(`/track/orders/${id()}${path}`)).status).toBe(404);
    for (const form of ["cancel", "share", "archive", "unlock-code", "resend", "check-again"])
      expect((await visitor.post(`/track/orders/${id()}/${form}`)).status).toBe(404);
    expect(await stage.world.store.get(other.id, { kind: "everything" })).toEqual(before);
  });

  test("does not lead to the pages of the panel", async () => {
    expect((await visitor.get("/sites")).status).toBe(401);
    expect((await visitor.get(`/orders/${order.id}`)).status).toBe(401);
  });

  test("takes forms from itself only", async () => {
    const { status } = await visitor.post(`${page}/revoke`, { csrf: "", reason: "superseded" });
    expect(status).toBe(403);
    expect((await stored()).request).toBeUndefined();
  });

  test("does not reissue before the agreement is accepted", async () => {
    const refused = await visitor.post(`${page}/reissue`, { names: "shop.example.com" });
    expect(refused.status).toBe(409);
    expect((await stored()).request).toBeUndefined();
  });

  test("reissues, and the journal says by whom", async () => {
    await visitor.get(page);
    const before = (await stored()).certificate?.serial;
    const asked = await visitor.post(`${page}/reissue`, { names: "shop.example.com", agreement: "yes" });
    expect(asked).toMatchObject({ status: 303, location: page });
    const entry = (await stored()).journal.entries.findLast(({ event }) => event.kind === "request.made");
    expect(entry?.by).toBe(`${CONTACT} with a mailed link`);
    await liveUntil(stage, order, ({ certificate }) => certificate?.serial !== before);
  });
});

describe("an order whose key the customer has", () => {
  test("is reissued with a CSR that is pasted", async () => {
    const contact = "csr@harbour.example";
    const own = await placeOrder(stage, { names: ["attic.example.com"], contact });
    const tracker = await trackerOf(stage, own.id, contact);
    const csr = await makeCsr({ key: await makeKey("ec-p256"), names: own.names });
    const fields = { names: "attic.example.com", csr, agreement: "yes" };
    expect((await tracker.visitor.post(`${tracker.page}/reissue`, fields)).status).toBe(303);
    const after = await stage.world.store.get(own.id, { kind: "everything" });
    expect(after?.order.request).toMatchObject({ kind: "reissue", csr: csr.trim() });
  });

  test("has our last message sent once more", async () => {
    const contact = "again@harbour.example";
    const own = await placeOrder(stage, { names: ["bücher.example.com"], contact });
    await settle(stage.world, own.id);
    const tracker = await trackerOf(stage, own.id, contact);
    expect((await tracker.visitor.post(`${tracker.page}/resend`)).status).toBe(303);
    await settle(stage.world, own.id);
    const letters = stage.demo.hosting.mailbox.inbox(contact).filter(({ id }) => !id.startsWith("access:"));
    const [first, second] = letters;
    expect(letters).toHaveLength(2);
    expect(second).toMatchObject({ subject: first?.subject, text: first?.text });
  });

  test("is revoked with a reason", async () => {
    const contact = "revoke@harbour.example";
    const own = await placeOrder(stage, { names: ["news.example.org"], contact });
    const tracker = await trackerOf(stage, own.id, contact);
    expect((await tracker.visitor.post(`${tracker.page}/revoke`, { reason: "superseded" })).status).toBe(303);
    const { state } = await liveUntil(stage, own, ({ state: { kind } }) => kind === "ended");
    expect(state).toMatchObject({ because: { kind: "revoked" } });
    expect((await tracker.visitor.get(tracker.page)).html).toContain("Revoked");
  });
});

describe("an order that waits for an answer by e-mail", () => {
  const contact = "letters@harbour.example";
  const approver = "admin@letters.example.net";
  let waiting: Stage;
  let own: Order;
  let tracker: { readonly visitor: Visitor; readonly page: string };
  beforeEach(async () => {
    const methods = { "letters.example.net": { method: "email", address: approver } } as const;
    waiting = await openStage({ flies: false });
    own = await placeOrder(waiting, { names: ["letters.example.net"], contact, methods }, isWaiting);
    await settle(waiting.world, own.id);
    tracker = await trackerOf(waiting, own.id, contact);
  });
  afterEach(async () => waiting[Symbol.asyncDispose]());

  const lettersOf = (address: string): number => waiting.demo.hosting.mailbox.inbox(address).length;

  test("has its messages sent again, and not twice in a row", async () => {
    const before = lettersOf(approver);
    expect((await tracker.visitor.post(`${tracker.page}/resend`)).status).toBe(303);
    expect(lettersOf(approver)).toBe(before + 1);
    const { status, html } = await tracker.visitor.post(`${tracker.page}/resend`);
    expect(status).toBe(409);
    expect(html).toContain("a moment ago");
    const found = await waiting.world.store.get(own.id, { kind: "everything" });
    const asked = found?.order.journal.entries.filter(({ event }) => event.kind === "resend.asked") ?? [];
    expect(asked.map(({ by }) => by)).toEqual([`${contact} with a mailed link`]);
  });

  test("is given another method", async () => {
    const fields = { name: "letters.example.net", method: "dns-txt" };
    expect((await tracker.visitor.post(`${tracker.page}/method`, fields)).status).toBe(303);
    await settle(waiting.world, own.id);
    expect((await tracker.visitor.get(tracker.page)).html).toContain("Create this record");
  });
});

describe("somebody who came with a link", () => {
  test("leaves, and the page is closed", async () => {
    const contact = "leaver@harbour.example";
    const own = await putDraft(stage, { names: ["museum.example.net"], contact });
    const leaver = await trackerOf(stage, own.id, contact);
    expect((await leaver.visitor.post("/track/leave")).location).toBe("/track");
    expect((await leaver.visitor.get(leaver.page)).status).toBe(401);
  });

  test("is asked for a new link after two hours", async () => {
    const contact = "late@harbour.example";
    await using later = await openStage({ flies: false });
    const own = await putDraft(later, { names: ["cloud.example.com"], contact });
    const late = await trackerOf(later, own.id, contact);
    later.demo.clock.advanceTo(later.demo.clock.now() + 2 * HOUR);
    expect((await late.visitor.get(late.page)).status).toBe(401);
  });
});
