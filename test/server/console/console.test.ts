import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Program, programOf, whenStanding } from "../api/program.ts";
import { openStage, type Stage } from "../stage.ts";
import type { Visitor } from "../visitor.ts";
import { staffOf } from "./staff.ts";

const PAGES = ["orders", "needs", "forecast", "money", "prices", "brand", "access"];

/** Orders something and waits until it is served. */
const orderOf = async (program: Program): Promise<string> => {
  const wish = { customer: "harbour", names: ["shop.example.com"], contactEmails: ["owner@harbour.example"] };
  const drafted = await program.post("/orders", { body: { ...wish, installations: "auto" }, idempotencyKey: "draft" });
  const id = drafted.body["id"] as string;
  const { body } = await whenStanding(program, id, "ready-to-order");
  const confirmation = { price: body["price"], acceptAgreement: true };
  await program.post(`/orders/${id}/confirm`, { body: confirmation, idempotencyKey: "pay" });
  await whenStanding(program, id, "active");
  return id;
};

describe("the partner's console", () => {
  let stage: Stage;
  let owner: Visitor;
  let order: string;
  beforeAll(async () => {
    stage = await openStage();
    owner = await staffOf(stage);
    order = await orderOf(await programOf(stage));
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  it("shows every page to an owner, and names no supplier on any", async () => {
    for (const page of PAGES) {
      const { status, html } = await owner.get(`/console/${page}`);
      expect(status, page).toBe(200);
      expect(html, page).toContain("Harbour SSL");
      expect(html, page).not.toMatch(/hostseal/i);
    }
  });

  it("leads from an order in the list to its page", async () => {
    expect((await owner.get("/console/orders?q=shop.example.com")).html).toContain(`/console/orders/${order}`);
    const { status, html } = await owner.get(`/console/orders/${order}`);
    expect(status).toBe(200);
    expect(html).toContain(`action="/console/orders/${order}/reissue"`);
  });

  it("finds nothing where the filter lets nothing through", async () => {
    expect((await owner.get("/console/orders?q=nowhere.example")).html).not.toContain(order);
    expect((await owner.get("/console/orders?tone=good")).html).toContain(order);
    expect((await owner.get("/console/orders?tone=bad")).html).not.toContain(order);
  });

  it("gives the same as CSV, and the charges", async () => {
    const { html: orders, headers } = await owner.get("/console/orders.csv");
    expect(headers.get("content-type")).toContain("text/csv");
    expect(orders).toContain(`${order},harbour,shop.example.com`);
    expect((await owner.get("/console/charges.csv")).html).toContain(order);
  });

  it("draws the coming two years, with a table that says the same", async () => {
    const { html } = await owner.get("/console/forecast");
    expect(html).toMatch(/<rect class="reissues"[^>]*><title>Week of /);
    expect(html).toMatch(/<tfoot>/);
  });

  it("takes a markup, and shows what customers pay", async () => {
    const { html } = await owner.get("/console/prices");
    const field = /name="(markup-[^"]+)"/.exec(html)?.[1] ?? "";
    expect((await owner.post("/console/prices", { [field]: "25" })).status).toBe(303);
    expect((await owner.get("/console/prices")).html).toContain(`name="${field}"`);
    expect((await owner.get("/console/prices")).html).toContain('value="25"');
  });

  it("does not take a brand that people cannot read", async () => {
    const brand = { name: "Pier", sender: "a@pier.example", supportEmail: "help@pier.example" };
    await owner.get("/console/brand");
    const { status, html } = await owner.post("/console/brand", { ...brand, accent: "#ffff00", onAccent: "#ffffff" });
    expect(status).toBe(422);
    expect(html).toContain("1.07");
    expect((await stage.visitor().get("/track")).html).not.toContain("Pier");
  });

  it("shows a new key once, and lets its program in", async () => {
    await owner.get("/console/access");
    const { html } = await owner.post("/console/access/keys", { title: "Shop", scopes: ["orders:read"] });
    const token = /hsk_[0-9a-f]{12}_[A-Za-z0-9_-]{43}/.exec(html)?.[0] ?? "";
    const answered = await fetch(`${stage.origin}/api/v1/orders`, { headers: { authorization: `Bearer ${token}` } });
    expect(answered.status).toBe(200);
    expect((await owner.get("/console/access")).html).not.toContain(token);
  });
});
