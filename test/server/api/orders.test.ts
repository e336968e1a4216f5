import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage } from "../stage.ts";
import { type Program, programOf } from "./program.ts";

const NAMES = ["api-order.example"];
const wish = { customer: "harbour", names: NAMES, contactEmails: ["owner@harbour.example"] };

describe("orders over the API", () => {
  let stage: Stage;
  let program: Program;
  beforeAll(async () => {
    stage = await openStage();
    program = await programOf(stage);
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  it("gives a draft with its price and what it waits for", async () => {
    const { status, body } = await program.post("/orders", { body: wish, idempotencyKey: "draft-1" });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body).toMatchObject({ state: "draft", names: NAMES, customer: "harbour", price: { currency: "EUR" } });
    expect(await program.get(`/orders/${String(body["id"])}`)).toMatchObject({ status: 200, body: { names: NAMES } });
  });
});
