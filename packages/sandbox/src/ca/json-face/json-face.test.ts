import { describe, expect, it, onTestFinished } from "vitest";
import { CREDENTIAL } from "../test/found-authority.ts";
import { serveFounded, wireOrderFor } from "../test/serve-founded.ts";
import { serveJsonFace } from "./serve-json-face.ts";

describe("the JSON interface", () => {
  it("speaks its own words: decimal text for money, text for numbers, final dots on names", async () => {
    const { ask } = await serveFounded();
    const body = await wireOrderFor("example.com", "example.net");
    const { status, json } = await ask("POST", "/v1/orders", { body, key: "my-1" });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      order_number: expect.stringMatching(/^SB/),
      partner_reference: "my-1",
      status: "in_progress",
      stage: "dcv",
      subscription: null,
      issue: "1",
      charged: { amount: "30.00", currency: "EUR" },
      domains: [
        {
          fqdn: "example.com",
          state: "awaiting",
          dcv: {
            method: "CNAME",
            record_name: expect.stringMatching(/^_[0-9a-f]{24}\.example\.com\.$/),
            record_value: expect.stringMatching(/\.$/),
          },
        },
        { fqdn: "example.net" },
      ],
    });
    expect((await ask("GET", "/v1/balance")).json).toEqual({ available: "970.00", currency: "EUR" });
    expect((await ask("GET", "/v1/orders?partner_reference=my-1")).json).toEqual({ orders: [json] });
    expect((await ask("GET", "/v1/orders?partner_reference=my-2")).json).toEqual({ orders: [] });
    expect((await ask("GET", "/v1/changes?since=0")).json).toMatchObject({ cursor: "1" });
    expect((await ask("GET", "/v1/changes?since=1")).json).toEqual({ changes: [], cursor: "1" });
  });

  it.each([
    ["no credential", "GET", "/v1/balance", { credential: "wrong" }, 401, "credential_unknown"],
    ["an order of nobody", "GET", "/v1/orders/SB0", {}, 404, "order_unknown"],
    ["a path of nothing", "GET", "/v2/orders", {}, 404, "path_unknown"],
    ["no idempotency key", "POST", "/v1/orders", { body: {} }, 422, "field_invalid"],
    ["a body without fields", "POST", "/v1/orders", { body: {}, key: "1" }, 422, "field_invalid"],
    ["a name that is none", "GET", "/v1/approvers?domain=nonsense", {}, 422, "name_invalid"],
  ] as const)("refuses %s in its envelope", async (...[, method, path, asking, status, code]) => {
    const { ask } = await serveFounded();
    expect(await ask(method, path, asking)).toMatchObject({ status, json: { error: { code } } });
  });

  it("refuses a suspended account with 403", async () => {
    const { ask, authority } = await serveFounded();
    authority.controls.suspend("partner", true);
    expect(await ask("GET", "/v1/balance")).toMatchObject({ status: 403 });
  });

  it("refuses a body that is no JSON, and one that is too large, without a trace of its inside", async () => {
    const { url } = await serveFounded();
    for (const body of ["{", "x".repeat(300_000)]) {
      const headers = { Authorization: `Bearer ${CREDENTIAL}`, "Content-Type": "application/json" };
      const text = await (await fetch(`${url}/v1/orders`, { method: "POST", headers, body })).text();
      expect(text).toMatch(/^\{"error":\{"code":"(field_invalid|body_too_large)"/);
    }
  });

  it("has an approval page that decides nothing by being opened", async () => {
    const { ask, authority, counter } = await serveFounded();
    const body = {
      ...(await wireOrderFor("example.com")),
      domains: [{ fqdn: "example.com", dcv: { method: "EMAIL", mailbox: "admin@example.com" } }],
    };
    await ask("POST", "/v1/orders", { body, key: "1" });
    const [link = ""] = /http:\S+/.exec(authority.controls.mails()[0]?.text ?? "") ?? [];
    expect(await (await fetch(link)).text()).toContain("example.com");
    expect(counter.find("1")?.stage).toBe("awaiting-control");
    const answer = await fetch(link, { method: "POST", body: new URLSearchParams({ decision: "approve" }) });
    expect(answer.status).toBe(200);
    expect(counter.find("1")?.stage).toBe("active");
    expect((await fetch(`${link}x`)).status).toBe(404);
  });

  it("offers its controls only when asked to", async () => {
    const { url, authority } = await serveFounded();
    const deed = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ partner: "partner", cents: 5 }),
    };
    expect((await fetch(`${url}/control/set-balance`, deed)).status).toBe(204);
    const closed = await serveJsonFace(authority);
    onTestFinished(closed.close);
    expect((await fetch(`${closed.url}/control/set-balance`, deed)).status).toBe(404);
  });
});
