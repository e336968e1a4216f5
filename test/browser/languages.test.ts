import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "./customer.ts";
import { openTheatre, type Theatre } from "./open-theatre.ts";

const WIDTHS = [1100, 320];

/** What sticks out of the page at either side, in pixels. */
const overflow = async (page: Page): Promise<readonly number[]> => {
  const wide: number[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    wide.push(
      await page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
    );
  }
  return wide;
};

const choose = async (page: Page, locale: string): Promise<void> => {
  const chooser = page.locator("form.language");
  await chooser.locator("select").selectOption(locale);
  await chooser.locator("button").click();
  await page.locator(`html[lang="${locale}"]`).waitFor();
};

/** In which direction the first of these elements is read. */
const directionOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).direction`);

describe("the language of the pages", () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  }, 60_000);
  afterAll(async () => theatre[Symbol.asyncDispose]());

  it.each([
    ["de", "ltr", "shop.example.com", "Aktiv"],
    ["ar", "rtl", "example.com", "نشط"],
  ])("is chosen in the footer and stays until the order is active: %s", async (locale, direction, site, active) => {
    await using window = await theatre.open();
    const { page, complaints } = window;
    await createCustomer(page, theatre.stage).enter();
    const { pathname } = new URL(page.url());
    await choose(page, locale);
    expect(new URL(page.url()).pathname).toBe(pathname);
    expect(await directionOf(page, "html")).toBe(direction);
    expect(await overflow(page)).toEqual([0, 0]);

    await page.locator(`a[href$="/order"]`, { hasText: site }).first().click();
    expect(await overflow(page)).toEqual([0, 0]);
    expect(await directionOf(page, "input[name=contact]")).toBe("ltr");
    await page.locator("main form[method=post] button.button").last().click();
    await page.waitForURL(/\/orders\/ord_\w+$/);
    await page.locator('form[action$="/confirm"] button:enabled').click();
    await page.locator(".order-head .badge", { hasText: active }).waitFor();
    expect(await overflow(page)).toEqual([0, 0]);
    expect(await directionOf(page, "code")).toBe("ltr");
    expect(await page.locator("main").innerText()).not.toMatch(/\b(?:the|is|was|and|not)\b/);
    expect(complaints).toEqual([]);
  });

  it("is that of the browser for somebody whom no panel has sent", async () => {
    await using window = await theatre.open({ locale: "pt-BR" });
    await window.page.goto(`${theatre.stage.origin}/track`);
    expect(await window.page.locator("html").getAttribute("lang")).toBe("pt-BR");
    expect(await window.page.locator("h1").textContent()).toBe("Encontrar seu pedido");
  });
});
