import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => stage[Symbol.asyncDispose]());

test("a customer whom the panel vouches for sees the sites of the account", async () => {
  const customer = await stage.signedOn();
  const { status, html } = await customer.get("/sites");
  expect(status).toBe(200);
  expect(html).toContain("shop.example.com");
});

test("whoever the panel does not know sees none", async () => {
  const { status, html } = await stage.visitor().get("/sites");
  expect(status).toBe(401);
  expect(html).not.toContain("shop.example.com");
});
