import type { Order } from "@hostseal/core";
import { makeCsr, makeKey } from "@hostseal/pki";
import { HOUR } from "@hostseal/rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
