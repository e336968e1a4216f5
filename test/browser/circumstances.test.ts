import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "./customer.ts";
import { openTheatre, type Theatre } from "./open-theatre.ts";

/** Somebody who gives up is not served. */
const MOST_TABS = 60;

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`(document.activeElement?.textContent ?? "").replaceAll(/\\s+/g, " ").trim()`);

/** Goes on from element to element, as a keyboard does, until one says this; its focus can be seen. */
const tabTo = async (page: Page, text: string): Promise<void> => {
  for (let count = 0; count < MOST_TABS; count += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)).startsWith(text)) {
      const style = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle");
      expect(style).not.toBe("none");
      return;
    }
  }
  throw new Error(`the keyboard does not lead to "${text}"`);
};

const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

describe("the whole journey", { timeout: 60_000 }, () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  }, 60_000);
  afterAll(async () => theatre[Symbol.asyncDispose]());

  it("can be made with the keyboard alone", async () => {
    await using window = await theatre.open();
    const { page, complaints } = window;
    const customer = createCustomer(page, theatre.stage);
    await page.goto(theatre.stage.panelUrl);
    for (const text of ["SSL certificates", "Secure this site shop.example.com", "Continue", "Accept and order"]) {
      await page.waitForSelector(`:is(a, button:enabled):has-text("${text.split(" ")[0]}")`);
      await tabTo(page, text);
      const from = page.url();
      await page.keyboard.press("Enter");
      if (text === "SSL certificates") await page.waitForURL(/\/sites$/);
      else if (text !== "Accept and order") await page.waitForURL((url) => url.href !== from);
    }
    await customer.sees("Active");
    expect(complaints).toEqual([]);
  });

  it("can be made without script, while the pages come again by themselves", async () => {
    await using window = await theatre.open({ javaScriptEnabled: false });
    const { page, complaints } = window;
    const customer = createCustomer(page, theatre.stage);
    await page.goto(theatre.stage.panelUrl);
    await customer.press("SSL certificates");
    await customer.press("Continue");
    await customer.draft("diary.example.com");
    await customer.buy();
    await customer.sees("Active");
    expect(complaints).toEqual([]);
  });

  it("fits a screen of 320 pixels, an address of the longest kind included", async () => {
    await using window = await theatre.open({ viewport: { width: 320, height: 640 } });
    const { page, complaints } = window;
    const customer = createCustomer(page, theatre.stage);
    await customer.enter();
    expect(await overflow(page)).toBe(0);
    await customer.secure("bücher.example.com");
    for (const fold of ["I have my own CSR", "Product"]) await customer.unfold(fold);
    expect(await overflow(page)).toBe(0);
    await customer.press("Continue");
    await page.getByRole("button", { name: /^Accept/ }).waitFor();
    expect(await overflow(page)).toBe(0);
    await customer.buy();
    await customer.sees("Active");
    expect(await overflow(page)).toBe(0);
    await page.getByRole("link", { name: "Your sites" }).click();
    await customer.draft("blog.example.org");
    await customer.buy();
    await customer.sees("Waiting for you");
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("is dark for whoever wants it dark", async () => {
    await using window = await theatre.open({ colorScheme: "dark" });
    await createCustomer(window.page, theatre.stage).enter();
    const ground = await window.page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const [red = 255, green = 255, blue = 255] = (ground.match(/[\d.]+/g) ?? []).map(Number);
    expect(Math.max(red, green, blue)).toBeLessThan(64);
  });
});
