import { asId, type OrderId } from "@hostseal/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Program, programOf, whenStanding } from "../api/program.ts";
import { openStage, type Stage } from "../stage.ts";
import type { Visitor } from "../visitor.ts";
import { staffOf } from "./staff.ts";

const WISH = { customer: "harbour", names: ["shop.example.com"], contactEmails: ["owner@harbour.example"] };

describe("a markup", () => {
  let stage: Stage;
  let program: Program;
  let owner: Visitor;
  beforeAll(async () => {
    stage = await openStage();
    owner = await staffOf(stage);
    program = await programOf(stage);
    const { html } = await owner.get("/console/prices");
    const fields = [...html.matchAll(/name="(markup-[^"]+)"/g)].map(([, field = ""]) => [field, "100"] as const);
    await owner.post("/console/prices", Object.fromEntries(fields));
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  const drafted = async (idempotencyKey: string): Promise<string> => {
    const { body } = await program.post("/orders", { body: { ...WISH, installations: "auto" }, idempotencyKey });
    await whenStanding(program, body["id"] as string, "ready-to-order");
    return body["id"] as string;
  };

  it("is in the price that a customer is shown, who sees neither what it costs nor the balance", async () => {
    const id = await drafted("seen");
    const { html } = await (await stage.signedOn()).get(`/orders/${id}`);
    expect(html).toContain("€18.00");
    expect(html).not.toMatch(/€9\.00|balance|value="900"/);
    expect((await owner.get(`/console/orders/${id}`)).html).toContain("€9.00");
    expect((await program.get(`/orders/${id}`)).body).toMatchObject({ price: { amount: 900 } });
  });

  it("is in everything that a key of the customer is told, and is what it accepts", async () => {
    const theirs = await programOf(stage, { customer: "harbour" });
    const id = await drafted("by-key");
    const { body } = await theirs.get(`/orders/${id}`);
    expect(body).toMatchObject({ price: { amount: 1800, currency: "EUR" } });
    const said = JSON.stringify([body, (await theirs.get("/products")).body, (await theirs.get("/orders")).body]);
    expect(said).not.toMatch(/"amount":900\b|9\.00/);
    const cost = { price: { amount: 900, currency: "EUR" }, acceptAgreement: true };
    const refused = await theirs.post(`/orders/${id}/confirm`, { body: cost, idempotencyKey: "cost" });
    expect(refused).toMatchObject({ status: 409, body: { code: "order.refused" } });
    const shown = { price: body["price"], acceptAgreement: true };
    const confirmed = await theirs.post(`/orders/${id}/confirm`, { body: shown, idempotencyKey: "shown" });
    expect(confirmed).toMatchObject({ status: 202, body: { price: { amount: 1800 } } });
  });

  it("is accepted with the order, which then costs what it costs", async () => {
    const id = await drafted("accepted");
    const customer = await stage.signedOn();
    await customer.get(`/orders/${id}`);
    const other = await customer.post(`/orders/${id}/confirm`, { amount: "1700" });
    expect(other.status).toBe(409);
    expect(other.html).not.toContain("9.00");
    expect((await customer.post(`/orders/${id}/confirm`, { amount: "1800" })).status).toBe(303);
    await whenStanding(program, id, "active");
    const stored = await stage.world.store.get(asId<OrderId>(id), { kind: "everything" });
    expect(stored?.order.charges).toMatchObject([{ amount: { amount: 900 } }]);
  });
});
