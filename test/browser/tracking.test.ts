import { readFile } from "node:fs/promises";
import type { Order } from "@hostseal/core";
import axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeOrder } from "../server/placed-order.ts";
import { lettersTo, pathIn } from "../server/tracking-visit.ts";
import { openTheatre, type Theatre } from "./open-theatre.ts";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const CODE = /^[2-9A-Z]{5}(?:-[2-9A-Z]{5}){4}$/;

/** What axe holds against a page, in light and in dark. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe.source);
    const run = JSON.stringify({ runOnly: WCAG_22_AA });
    const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${run})`);
    faults.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme} ${id}: ${html}`)));
  }
  return faults;
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

const press = (page: Page, name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();

describe("an order without a panel, in a browser", () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre({ flies: false });
  }, 60_000);
  afterAll(async () => theatre[Symbol.asyncDispose]());

  const placed = (name: string): Promise<Order> =>
    placeOrder(theatre.stage, { names: [name], contact: `owner@${name}` });

  const fill = async (page: Page, name: string): Promise<void> => {
    await page.goto(`${theatre.stage.origin}/track`);
    await page.getByLabel("Domain name or order number").fill(name);
    await page.getByLabel("Your e-mail").fill(`owner@${name}`);
  };

  const follow = async (page: Page, name: string): Promise<void> => {
    await page.waitForURL("**/track/sent");
    const [letter] = await lettersTo(theatre.stage, `owner@${name}`);
    await page.goto(`${theatre.stage.origin}${letter ? pathIn(letter) : ""}`);
    await press(page, "Open the order");
    await page.waitForURL("**/track/orders/*");
  };

  const enter = async (page: Page, name: string): Promise<void> => {
    await fill(page, name);
    await press(page, "Request access");
    await follow(page, name);
  };

  it("is found without a question, since the browser works in place of its person", async () => {
    await placed("shop.example.com");
    await using window = await theatre.open();
    await fill(window.page, "shop.example.com");
    expect(await window.page.getByText(/^What is \d+ plus/).isVisible()).toBe(false);
    await press(window.page, "Request access");
    await follow(window.page, "shop.example.com");
    expect(await window.page.getByRole("heading", { level: 1 }).textContent()).toBe("shop.example.com");
    expect(window.complaints).toEqual([]);
  });

  it("is found without script, by a question", async () => {
    await placed("diary.example.com");
    await using window = await theatre.open({ javaScriptEnabled: false });
    const { page } = window;
    await fill(page, "diary.example.com");
    const question = (await page.getByText(/^What is \d+ plus/).textContent()) ?? "";
    const [one = "", other = ""] = question.match(/\d+/g) ?? [];
    await page.getByLabel(/^What is/).fill(String(Number(one) + Number(other)));
    await press(page, "Request access");
    await follow(page, "diary.example.com");
    await page.getByRole("link", { name: "Download key and certificate" }).click();
    expect(window.complaints).toEqual([]);
  });

  it("gives key and certificate once: the archive, then its unlock code on another page", async () => {
    await placed("attic.example.com");
    await using window = await theatre.open();
    const { page } = window;
    await enter(page, "attic.example.com");
    await page.getByRole("link", { name: "Download key and certificate" }).click();
    const downloading = page.waitForEvent("download");
    await press(page, "Download, once");
    const archive = await readFile(await (await downloading).path());
    expect(archive.subarray(0, 2).toString()).toBe("PK");
    await press(page, "Show the unlock code");
    const code = (await page.locator(".unlock-code code").textContent()) ?? "";
    expect(code).toMatch(CODE);
    await page.goto(page.url().replace("/unlock-code", "/archive"));
    await page.getByText("There is no private key to download").waitFor();
    expect(await page.content()).not.toContain(code);
    expect(window.complaints).toEqual([]);
  });

  it("is shared with somebody who can only look", async () => {
    await placed("museum.example.net");
    await using window = await theatre.open();
    await enter(window.page, "museum.example.net");
    await window.page.locator("summary", { hasText: "Share a read-only link" }).click();
    await press(window.page, "Share a read-only link");
    const link = (await window.page.locator(".copy code").textContent()) ?? "";
    await using other = await theatre.open();
    await other.page.goto(link);
    await other.page.getByText("You look at a shared page").waitFor();
    expect(await other.page.locator("main").getByRole("button").allTextContents()).toEqual([]);
    expect([...window.complaints, ...other.complaints]).toEqual([]);
  });

  it.each<[string, string, BrowserContextOptions]>([
    ["in a wide window", "news.example.org", {}],
    ["on 320 pixels", "cloud.example.com", { viewport: { width: 320, height: 640 } }],
  ])("keeps WCAG 2.2 AA on every page, %s", { timeout: 60_000 }, async (_where, name, options) => {
    await placed(name);
    await using window = await theatre.open(options);
    const { page } = window;
    const faults: string[] = [];
    const look = async (): Promise<void> => {
      faults.push(...(await faultsOf(page)));
      expect(await overflow(page)).toBe(0);
    };
    await fill(page, name);
    await look();
    await press(page, "Request access");
    await page.waitForURL("**/track/sent");
    await look();
    await follow(page, name);
    await page.evaluate(`for (const fold of document.querySelectorAll("details")) fold.open = true`);
    await look();
    const order = page.url();
    await press(page, "Share a read-only link");
    await look();
    await page.goto(`${order}/archive`);
    await look();
    const downloading = page.waitForEvent("download");
    await press(page, "Download, once");
    await downloading;
    await press(page, "Show the unlock code");
    await page.locator(".unlock-code code").waitFor();
    await look();
    await page.goto(`${theatre.stage.origin}/track/access?token=none`);
    await look();
    expect(faults).toEqual([]);
  });
});
