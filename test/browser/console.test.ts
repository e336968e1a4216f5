import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, staffOf } from "../server/console/staff.ts";
import { plantOrder } from "../server/plant-order.ts";
import { openTheatre, type Theatre, type Window } from "./open-theatre.ts";

const PAGES = ["orders", "needs", "forecast", "money", "prices", "brand", "access"];
const WIDTHS = [1100, 320];
const RUN = { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(RUN)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

describe("the console in a browser", { timeout: 120_000 }, () => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre({ flies: false });
    await staffOf(theatre.stage);
    await plantOrder(theatre.stage, { partner: "demo", customer: "harbour" });
    window = await theatre.open();
    const { page } = window;
    await page.goto(`${theatre.stage.origin}/console`);
    await page.getByLabel("E-mail").fill("owner@harbour.example");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/console/orders");
  }, 60_000);
  afterAll(async () => {
    await window[Symbol.asyncDispose]();
    await theatre[Symbol.asyncDispose]();
  });

  it.each(PAGES)("has nothing in %s that keeps anybody out, wide and narrow, light and dark", async (name) => {
    const { page } = window;
    await page.goto(`${theatre.stage.origin}/console/${name}`);
    await page.evaluate(`for (const fold of document.querySelectorAll("details")) fold.open = true`);
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of WIDTHS) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect(await faultsOf(page), `${colorScheme} ${width}`).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth"), `${width}`).toBe(width);
      }
    expect(window.complaints).toEqual([]);
  });
});
