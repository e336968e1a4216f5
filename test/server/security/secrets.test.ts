import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStage, type Stage } from "../stage.ts";
import type { Page, Visitor } from "../visitor.ts";

const ORDER = /\/orders\/(ord_\w+)/;
const AMOUNT = /name="amount" value="(\d+)"/;
const PATIENCE = 100;

describe("the secrets of a whole journey", () => {
  let stage: Stage;
  const answers: Page[] = [];
  let assertion = "";
  let cookie = "";
  let order = "";
  beforeAll(async () => {
    stage = await openStage();
    await travel();
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  const keep = (page: Page): Page => {
    answers.push(page);
    return page;
  };
  const until = async (visitor: Visitor, text: string): Promise<Page> => {
    for (let count = 0; count < PATIENCE; count += 1) {
      const page = keep(await visitor.get(`/orders/${order}`));
      if (page.html.includes(text)) return page;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the order's page never says "${text}"`);
  };

  /** From the panel's button to Active, to a reissue and the download, with every answer kept. */
  const travel = async (): Promise<void> => {
    const visitor = stage.visitor();
    assertion = stage.assertionFor("harbour");
    const { headers } = keep(await visitor.post("/panel/sign-on", { assertion }));
    cookie = /=([^;]+)/.exec(headers.get("set-cookie") ?? "")?.[1] ?? "";
    keep(await visitor.get("/sites"));
    keep(await visitor.get("/sites/panel/shop/order"));
    const sent = { names: "shop.example.com", contact: "owner@harbour.example" };
    const { location = "" } = keep(await visitor.post("/sites/panel/shop/order", sent));
    order = ORDER.exec(location)?.[1] ?? "";
    const amount = AMOUNT.exec((await until(visitor, 'class="ready"')).html)?.[1] ?? "";
    keep(await visitor.post(`/orders/${order}/confirm`, { amount }));
    await until(visitor, ">Active<");
    keep(await visitor.post(`/orders/${order}/reissue`, { names: "shop.example.com", agreement: "yes" }));
    await until(visitor, ">Active<");
    keep(await visitor.get(`/orders/${order}/certificate.pem`));
    keep(await visitor.post(`/orders/${order}/share`));
    keep(await visitor.post("/sign-out"));
  };

  /** What the demo's home keeps as credentials, as it stands in its files. */
  const credentials = async (): Promise<readonly string[]> => {
    const { home } = stage.demo;
    const files = (await readdir(home, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    const texts = await Promise.all(
      files
        .filter(({ name }) => /credential|secret|key/.test(name))
        .map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8")),
    );
    return texts.map((text) => text.trim()).filter((text) => text.length >= 16);
  };

  const seeded = async (): Promise<readonly string[]> => [
    assertion,
    ...Object.values(stage.demo.hosting.panel.credentials).map((secret) => secret.reveal()),
    ...[...stage.settings.panels.values()].map(({ key }) => key.reveal()),
    stage.settings.linkKey.reveal(),
    ...(await credentials()),
  ];

  it("has looked at a journey that came to its end", async () => {
    expect(answers.length).toBeGreaterThan(12);
    expect(answers.every(({ status }) => status < 400)).toBe(true);
    expect((await seeded()).every((secret) => secret.length >= 16)).toBe(true);
    expect(cookie.length).toBeGreaterThan(30);
  });

  it("stand in no answer", async () => {
    const secrets = ["PRIVATE KEY", ...(await seeded())];
    for (const { html, headers } of answers) {
      const all = `${html}\n${[...headers].flat().join("\n")}`;
      for (const secret of secrets) expect(all.includes(secret)).toBe(false);
    }
    for (const { html } of answers) expect(html.includes(cookie)).toBe(false);
  });

  it("stand in no line of the log", async () => {
    const shared = answers.map(({ html }) => /\/shared\/([\w.-]+)/.exec(html)?.[1]).find(Boolean) ?? "";
    expect(shared).not.toBe("");
    const csrf = answers.flatMap(({ html }) =>
      [...html.matchAll(/name="csrf" value="([^"]+)"/g)].map(([, one]) => one),
    );
    const log = stage.log.join("\n");
    for (const secret of ["PRIVATE KEY", cookie, shared, ...csrf, ...(await seeded())])
      expect(secret !== undefined && log.includes(secret)).toBe(false);
  });
});
