import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage } from "../stage.ts";
import { type Program, programOf, whenStanding } from "./program.ts";

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string };

const A_MOMENT = 50;
const MOST_LOOKS = 200;

describe("webhooks", () => {
  let stage: Stage;
  let program: Program;
  let receiver: Server;
  let url: string;
  const heard: Heard[] = [];
  beforeAll(async () => {
    stage = await openStage({ settings: { allowsPrivateWebhooks: true } });
    program = await programOf(stage);
    receiver = createServer((request, response) => {
      void text(request).then((body) => {
        heard.push({ headers: request.headers, body });
        response.end();
      });
    }).listen(0, "127.0.0.1");
    await once(receiver, "listening");
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  }, 60_000);
  afterAll(async () => {
    await stage[Symbol.asyncDispose]();
    receiver.close();
  });

  const eventsFor = (order: string): readonly string[] =>
    heard.filter(({ body }) => body.includes(order)).map(({ body }) => (JSON.parse(body) as { type: string }).type);

  it("tell what becomes of an order, signed, and never its names", async () => {
    const { body: hook } = await program.post("/webhooks", { body: { url } });
    const wish = { customer: "harbour", names: ["shop.example.com"], contactEmails: ["owner@harbour.example"] };
    const drafted = await program.post("/orders", { body: { ...wish, installations: "auto" }, idempotencyKey: "hook" });
    const id = drafted.body["id"] as string;
    const { body } = await whenStanding(program, id, "ready-to-order");
    const confirmation = { price: body["price"], acceptAgreement: true };
    await program.post(`/orders/${id}/confirm`, { body: confirmation, idempotencyKey: "hook-pay" });
    await whenStanding(program, id, "active");
    for (let look = 0; look < MOST_LOOKS && eventsFor(id).length < 2; look += 1) await sleep(A_MOMENT);
    expect(eventsFor(id)).toEqual(["certificate.issued", "certificate.active"]);

    const [first] = heard;
    const key = Buffer.from((hook["secret"] as string).slice("whsec_".length), "base64");
    const { "webhook-id": message, "webhook-timestamp": at, "webhook-signature": signature } = first?.headers ?? {};
    const mac = createHmac("sha256", key)
      .update(`${String(message)}.${String(at)}.${first?.body}`)
      .digest("base64");
    expect(signature).toBe(`v1,${mac}`);
    expect(heard.map((one) => one.body).join()).not.toContain("shop.example.com");
  });

  it("show their secret once, and are only of the key's own customer", async () => {
    const ours = await programOf(stage, { customer: "harbour" });
    const theirs = await programOf(stage, { customer: "somebody-else" });
    const { body } = await ours.post("/webhooks", { body: { url } });
    expect(JSON.stringify((await ours.get("/webhooks")).body)).not.toContain("whsec_");
    expect((await theirs.get("/webhooks")).body).toEqual({ webhooks: [] });
    expect((await theirs.remove(`/webhooks/${String(body["id"])}`)).status).toBe(404);
    expect((await theirs.post("/webhooks", { body: { url, customer: "harbour" } })).status).toBe(403);
    expect((await ours.remove(`/webhooks/${String(body["id"])}`)).status).toBe(204);
  });
});

describe("webhooks of a service that is not told otherwise", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ flies: false });
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  it("go over TLS and to no network of ours", async () => {
    const program = await programOf(stage);
    const inside = ["https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/", "https://169.254.169.254/latest"];
    const wrong = [
      "http://example.com/",
      "https://user:secret@example.com/",
      "ftp://example.com/",
      "https://localhost/",
    ];
    for (const url of [...inside, ...wrong, "not an address"])
      expect((await program.post("/webhooks", { body: { url } })).status, url).toBe(422);
    expect((await program.post("/webhooks", { body: { url: "https://example.com/hook" } })).status).toBe(201);
  });
});
