import { asId, type Order, type OrderId } from "@hostseal/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { putDraft } from "./placed-order.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ flies: false });
});
afterEach(async () => stage[Symbol.asyncDispose]());

const look = async (id: string): Promise<Order | undefined> =>
  (await stage.world.store.get(asId<OrderId>(id), { kind: "everything" }))?.order;

const tell = async (assertion: string) => stage.visitor().post("/panel/lifecycle", { assertion });

test("a suspended account's orders stand still and its sessions end; they go on when it is resumed", async () => {
  const order = await putDraft(stage, { names: ["shop.example.com"], site: "shop" });
  const other = await putDraft(stage, { names: ["next-door.example.net"], customer: "neighbour" });
  const customer = await stage.signedOn();
  expect((await customer.get("/sites")).status).toBe(200);
  expect((await tell(stage.newsOf("harbour", { kind: "suspended" }))).status).toBe(204);
  expect((await look(order.id))?.hold?.because).toBe("account-suspended");
  expect((await look(other.id))?.hold).toBeUndefined();
  expect((await customer.get("/sites")).status).toBe(401);
  expect((await tell(stage.newsOf("harbour", { kind: "resumed" }))).status).toBe(204);
  expect((await look(order.id))?.hold).toBeUndefined();
});

test("a renamed account takes its orders with it, and is told twice without harm", async () => {
  const order = await putDraft(stage, { names: ["shop.example.com"], site: "shop" });
  for (let times = 0; times < 2; times += 1)
    expect((await tell(stage.newsOf("harbour", { kind: "renamed", to: "haven" }))).status).toBe(204);
  const moved = await look(order.id);
  expect(moved?.customer).toBe("haven");
  expect(moved?.wishes.installations).toEqual([{ host: "panel/haven", site: "shop" }]);
  const [before, after] = [await stage.signedOn("harbour"), await stage.signedOn("haven")];
  expect((await before.get(`/orders/${order.id}`)).status).toBe(404);
  expect((await after.get(`/orders/${order.id}`)).status).toBe(200);
});

test("news are taken from the server alone: not from a customer's page, not twice, not changed", async () => {
  const order = await putDraft(stage, { names: ["shop.example.com"], site: "shop" });
  const news = stage.newsOf("harbour", { kind: "removed" });
  const [head, , mac] = news.split(".");
  const [, otherClaims] = stage.newsOf("neighbour", { kind: "removed" }).split(".");
  expect((await tell(`${head}.${otherClaims}.${mac}`)).status).toBe(403);
  expect((await look(order.id))?.hold).toBeUndefined();
  expect((await tell(news)).status).toBe(204);
  expect((await look(order.id))?.hold?.because).toBe("account-removed");
  expect((await tell(news)).status).toBe(403);
  expect(
    (await stage.visitor().post("/panel/sign-on", { assertion: stage.newsOf("harbour", { kind: "resumed" }) })).status,
  ).toBe(403);
});
