import { newOrderId, type Order } from "@hostseal/core";
import { systemRandom } from "@hostseal/cli";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CANARY, plantOrder } from "../plant-order.ts";
import { openStage, type Stage } from "../stage.ts";
import { type Answered, asking, type Program, programOf } from "./program.ts";

type Try = (program: Program, id: string) => Promise<Answered>;

const price = { amount: 1, currency: "EUR" };
/** Every operation that takes an order's number. */
const tries: Readonly<Record<string, Try>> = {
  get: ({ get }, id) => get(`/orders/${id}`),
  timeline: ({ get }, id) => get(`/orders/${id}/timeline`),
  certificate: ({ get }, id) => get(`/orders/${id}/certificate`),
  confirm: ({ post }, id) =>
    post(`/orders/${id}/confirm`, { body: { price, acceptAgreement: true }, idempotencyKey: `confirm-${id}` }),
  "check again": ({ post }, id) => post(`/orders/${id}/check-again`),
  "choose method": ({ post }, id) => post(`/orders/${id}/choose-method`, { body: { name: CANARY, method: "dns-txt" } }),
  reissue: ({ post }, id) => post(`/orders/${id}/reissue`, { body: {}, idempotencyKey: `reissue-${id}` }),
  revoke: ({ post }, id) => post(`/orders/${id}/revoke`, { body: { reason: "superseded" } }),
  cancel: ({ post }, id) => post(`/orders/${id}/cancel`),
};

/** An answer without what is different in each. */
const plain = ({ body }: Answered, id: string): string => JSON.stringify({ ...body, instance: "" }).replaceAll(id, "");

describe("what is somebody else's does not exist for a key", () => {
  let stage: Stage;
  let partnerKey: Program;
  let customerKey: Program;
  let ofPartner: Order;
  let ofCustomer: Order;
  beforeAll(async () => {
    stage = await openStage({ flies: false });
    partnerKey = await programOf(stage);
    customerKey = await programOf(stage, { customer: "harbour" });
    ofPartner = await plantOrder(stage, { partner: "another-partner", customer: "harbour" });
    ofCustomer = await plantOrder(stage, { partner: "demo", customer: "another-customer" });
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  for (const [title, attempt] of Object.entries(tries))
    it(`cannot ${title} an order of another partner or customer`, async () => {
      const answers = [
        await attempt(partnerKey, ofPartner.id),
        await attempt(customerKey, ofPartner.id),
        await attempt(customerKey, ofCustomer.id),
      ];
      for (const { status, body } of answers) {
        expect({ status, code: body["code"] }).toEqual({ status: 404, code: "order.unknown" });
        expect(JSON.stringify(body)).not.toContain(CANARY);
      }
      for (const { id } of [ofPartner, ofCustomer]) {
        const stored = await stage.world.store.get(id, { kind: "everything" });
        expect(stored?.version).toBe(1);
      }
    });

  it("answers for an order of somebody else exactly as for one that never was", async () => {
    const never = newOrderId(systemRandom);
    const [foreign, none] = [await partnerKey.get(`/orders/${ofPartner.id}`), await partnerKey.get(`/orders/${never}`)];
    expect(plain(foreign, ofPartner.id)).toBe(plain(none, never));
  });

  it("lists only what is its own, whatever it filters by", async () => {
    const lists = [
      await partnerKey.get(`/orders?name=${CANARY}&customer=harbour`),
      await customerKey.get(`/orders?name=${CANARY}`),
      await customerKey.get("/orders"),
      await customerKey.get(`/orders?cursor=${Buffer.from("ord_0").toString("base64url")}`),
    ];
    for (const { status, body } of lists)
      expect({ status, orders: body["orders"] }).toEqual({ status: 200, orders: [] });
  });

  it("cannot act for another customer, nor see what the partner has left to spend", async () => {
    const wish = { customer: "another-customer", names: [CANARY], contactEmails: ["a@b.example"] };
    const answers = [
      await customerKey.post("/orders", { body: wish, idempotencyKey: "foreign" }),
      await customerKey.get("/orders?customer=another-customer"),
      await customerKey.get("/sites?customer=another-customer"),
      await customerKey.get("/balance"),
    ];
    for (const { status } of answers) expect(status).toBe(403);
  });

  it("needs the scope that an operation names", async () => {
    const reader = await programOf(stage, { scopes: ["orders:read"] });
    const writer = await programOf(stage, { scopes: ["orders:write"] });
    expect((await reader.get("/orders")).status).toBe(200);
    for (const title of ["check again", "reissue", "revoke", "cancel", "choose method", "confirm"])
      expect((await tries[title]?.(reader, ofCustomer.id))?.status, title).toBe(403);
    expect((await tries["confirm"]?.(writer, ofCustomer.id))?.status).toBe(403);
    expect((await writer.get("/orders")).status).toBe(403);
  });

  it("lets nobody in with a key that was forged, cut or removed", async () => {
    const forged = [
      "",
      "hsk_",
      `hsk_${partnerKey.keyId}_${"A".repeat(43)}`,
      `hsk_${"0".repeat(12)}_${"A".repeat(43)}`,
      "hsk___proto___",
    ];
    const answers = await Promise.all(forged.map((token) => asking(stage.origin, token).get("/orders")));
    for (const { status, body, headers } of answers) {
      expect({ status, code: body["code"] }).toEqual({ status: 401, code: "request.unauthenticated" });
      expect(headers.get("www-authenticate")).toBe("Bearer");
    }
  });

  it("writes nothing that was sent into headers or as lines of the log", async () => {
    const before = stage.log.length;
    const evil = "x%0d%0aset-cookie:%20a=b%0a{%22event%22:%22forged%22}";
    const answered = await partnerKey.get(`/orders/${evil}`);
    expect(answered.headers.get("set-cookie")).toBeNull();
    expect(answered.status).toBe(404);
    for (const line of stage.log.slice(before)) expect(JSON.parse(line)).not.toMatchObject({ event: "forged" });
  });

  it("never says a token again", async () => {
    const { get } = partnerKey;
    await get("/orders");
    const kept = JSON.stringify(await stage.world.documents.read("partner-demo"));
    expect(kept).toContain(partnerKey.keyId);
    for (const text of [...stage.log, kept]) expect(text).not.toMatch(/hsk_[0-9a-f]{12}_/);
  });
});
