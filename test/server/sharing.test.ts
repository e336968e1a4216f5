import type { Order } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeOrder } from "./placed-order.ts";
import { openStage, type Stage } from "./stage.ts";

const CONTACT = "owner@harbour.example";

let stage: Stage;
let order: Order;
let path: string;

const pathOf = (html: string): string => /(\/shared\/[\w.-]+)<\/code>/.exec(html)?.[1] ?? "";

beforeAll(async () => {
  stage = await openStage({ flies: false });
  order = await placeOrder(stage, { names: ["shop.example.com"], site: "shop", contact: CONTACT });
  const customer = await stage.signedOn();
  await customer.get(`/orders/${order.id}`);
  path = pathOf((await customer.post(`/orders/${order.id}/share`)).html);
});
afterAll(async () => stage[Symbol.asyncDispose]());

describe("a shared link", () => {
  test("shows the order to whoever has it, and nothing that could be done", async () => {
    const { status, html, headers } = await stage.visitor().get(path);
    expect(status).toBe(200);
    expect(html).toContain("shop.example.com");
    expect(html).toContain(order.id);
    expect(html).toContain("What happened");
    expect([...html.matchAll(/<form[^>]* action="([^"]*)"/g)].map(([, action]) => action)).toEqual(["/language"]);
    expect(html).not.toContain('name="csrf"');
    expect(html).not.toContain(CONTACT);
    expect(html).not.toContain("harbour on quayside");
    expect(headers.get("x-robots-tag")).toBe("noindex");
  });

  test("opens nothing else", async () => {
    const stranger = stage.visitor();
    await stranger.get(path);
    expect((await stranger.get(`/orders/${order.id}`)).status).toBe(401);
    expect((await stranger.post(`${path}/revoke`, { reason: "superseded" })).status).toBe(401);
    expect((await stranger.get(`${path}/certificate.pem`)).status).toBe(401);
  });

  test.each([
    ["another order in it", (token: string) => token.replace(/^[^.]+/, (body) => swapped(body))],
    ["another signature", (token: string) => `${token.slice(0, -2)}AA`],
    ["no signature", (token: string) => token.split(".")[0] ?? ""],
    ["an empty signature", (token: string) => `${token.split(".")[0]}.`],
  ])("is none with %s", async (_what, forge) => {
    const forged = forge(path.slice("/shared/".length));
    expect((await stage.visitor().get(`/shared/${forged}`)).status).toBe(410);
  });

  test("is not in the log", async () => {
    await stage.visitor().get(path);
    expect(stage.log.join("\n")).not.toContain(path.slice("/shared/".length));
  });

  test("is over after seven days", async () => {
    await using later = await openStage({ flies: false, settings: { linkKey: stage.settings.linkKey } });
    later.demo.clock.advanceTo(stage.demo.clock.now() + 7 * DAY);
    expect((await later.visitor().get(path)).status).toBe(410);
  });
});

const swapped = (body: string): string => {
  const [, until] = JSON.parse(Buffer.from(body, "base64url").toString()) as [string, number];
  return Buffer.from(JSON.stringify(["ord_0000000000000000", until])).toString("base64url");
};
