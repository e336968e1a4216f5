import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage } from "../stage.ts";
import { type Answered, type Program, programOf, whenStanding } from "./program.ts";

const wishFor = (name: string) => ({ customer: "harbour", names: [name], contactEmails: ["owner@harbour.example"] });
const idOf = ({ body }: Answered): string => String(body["id"]);

describe("orders over the API", () => {
  let stage: Stage;
  let program: Program;
  beforeAll(async () => {
    stage = await openStage();
    program = await programOf(stage);
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  const draft = (name: string, idempotencyKey: string) =>
    program.post("/orders", { body: { ...wishFor(name), installations: "auto" }, idempotencyKey });

  const confirmed = async (name: string): Promise<string> => {
    const id = idOf(await draft(name, `draft-${name}`));
    const { body } = await whenStanding(program, id, "ready-to-order");
    const confirmation = { price: body["price"], acceptAgreement: true };
    const answered = await program.post(`/orders/${id}/confirm`, { body: confirmation, idempotencyKey: `pay-${name}` });
    expect(answered, JSON.stringify(answered.body)).toMatchObject({ status: 202, body: { state: "placed" } });
    return id;
  };

  it("go from a draft to a certificate that is served, and tell how", async () => {
    const id = await confirmed("shop.example.com");
    const { body } = await whenStanding(program, id, "active");
    expect(body).toMatchObject({ standing: "active", certificates: 1, certificate: { names: ["shop.example.com"] } });
    const certificate = await program.get(`/orders/${id}/certificate`);
    expect(certificate.body["leaf"]).toContain("-----BEGIN CERTIFICATE-----");
    const { body: timeline } = await program.get(`/orders/${id}/timeline`);
    const entries = timeline["entries"] as readonly { readonly event: string; readonly by: string }[];
    const confirmation = entries.find(({ event }) => event === "order.confirmed");
    expect(confirmation?.by).toBe(`API key ${program.keyId} from 127.0.0.1`);
    expect(entries.map(({ event }) => event)).toContain("certificate.proven");
  });

  it("are paid once, however often the same confirmation is sent", async () => {
    const id = idOf(await draft("shop.example.com", "once"));
    const { body } = await whenStanding(program, id, "ready-to-order");
    const before = await program.get("/balance");
    const sent = { body: { price: body["price"], acceptAgreement: true }, idempotencyKey: "pay-once" };
    const first = await program.post(`/orders/${id}/confirm`, sent);
    const second = await program.post(`/orders/${id}/confirm`, sent);
    expect(first.status).toBe(202);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    await whenStanding(program, id, "active");
    const [left] = (await program.get("/balance")).body["balances"] as readonly { balance: { amount: number } }[];
    const [had] = before.body["balances"] as readonly { balance: { amount: number } }[];
    const price = (body["price"] as { readonly amount: number }).amount;
    expect((had?.balance.amount ?? 0) - (left?.balance.amount ?? 0)).toBe(price);
  });

  it("are not paid at another price than was shown", async () => {
    const id = idOf(await draft("shop.example.com", "other-price"));
    await whenStanding(program, id, "ready-to-order");
    const body = { price: { amount: 1, currency: "EUR" }, acceptAgreement: true };
    const answered = await program.post(`/orders/${id}/confirm`, { body, idempotencyKey: "cheap" });
    expect(answered).toMatchObject({ status: 409, body: { code: "order.refused" } });
  });

  it("are drafted once for the same key, and refused for the same key with other names", async () => {
    const [one, other] = [await draft("shop.example.com", "same"), await draft("shop.example.com", "same")];
    expect(idOf(other)).toBe(idOf(one));
    const reused = await draft("www.shop.example.com", "same");
    expect(reused).toMatchObject({ status: 422, body: { code: "idempotency.key-reused" } });
  });

  it("are not drafted without an idempotency key", async () => {
    const answered = await program.post("/orders", { body: wishFor("shop.example.com") });
    expect(answered).toMatchObject({ status: 400, body: { code: "idempotency.key-missing" } });
  });

  it("come page by page, each once", async () => {
    for (const number of [1, 2, 3]) await draft("shop.example.com", `page-${number}`);
    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await program.get(`/orders?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...(body["orders"] as readonly { readonly id: string }[]).map(({ id }) => id));
      cursor = (body["next"] as string | null) ?? "";
    } while (cursor !== "");
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });

  it("say what is wrong with a request, field by field", async () => {
    const body = { ...wishFor("shop.example.com"), years: 9, surprise: true };
    const answered = await program.post("/orders", { body, idempotencyKey: "wrong" });
    expect(answered.headers.get("content-type")).toContain("application/problem+json");
    expect(answered).toMatchObject({ status: 422, body: { code: "request.invalid", errors: [{ path: "years" }, {}] } });
  });

  it("cannot be installed on a site that the customer does not have", async () => {
    const body = { ...wishFor("shop.example.com"), installations: [{ host: "web1", site: "somebody-elses" }] };
    const answered = await program.post("/orders", { body, idempotencyKey: "foreign-site" });
    expect(answered).toMatchObject({ status: 404, body: { code: "host.site-unknown" } });
  });

  it("take another method for a name, and refuse one that the rules do not allow", async () => {
    const id = idOf(await draft("shop.example.com", "method"));
    const chosen = await program.post(`/orders/${id}/choose-method`, {
      body: { name: "shop.example.com", method: "dns-txt" },
    });
    expect(chosen.status, JSON.stringify(chosen.body)).toBe(202);
    const refused = await program.post(`/orders/${id}/choose-method`, {
      body: { name: "shop.example.com", method: "email:anybody@else.example" },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: "input.option" } });
  });
});
