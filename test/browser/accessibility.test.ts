import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer, type Customer } from "./customer.ts";
import { openTheatre, type Theatre, type Window } from "./open-theatre.ts";

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SCHEMES = ["light", "dark"] as const;
const THEMES = ["plain", "cpanel", "plesk", "directadmin", "virtualmin"];
const MOST_BYTES = 100 * 1024;

type Run = { readonly runOnly: axe.RunOnly };

/** What axe holds against a page as it stands, one line for each element. */
const violations = async (page: Page, run: Run): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const found = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(run)})`);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
  );
};

/** Document and all that it brings, as they travel; what a live page hears later comes bit by bit. */
const weigh = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
      .filter(({ initiatorType }) => initiatorType !== "fetch")
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
  );

const dress = (page: Page, theme: string): Promise<void> =>
  page.evaluate(`document.documentElement.setAttribute("data-theme", "${theme}")`);

const unfoldAll = (page: Page): Promise<void> =>
  page.evaluate(`for (const fold of document.querySelectorAll("details")) fold.open = true`);

/** Every rule in the plain theme; in the others only what they change, the colours. */
const everyFault = async (page: Page): Promise<readonly string[]> => {
  await unfoldAll(page);
  const faults: string[] = [];
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const theme of THEMES) {
      await dress(page, theme);
      const runOnly: axe.RunOnly =
        theme === "plain" ? { type: "tag", values: WCAG_22_AA } : { type: "rule", values: ["color-contrast"] };
      const found = await violations(page, { runOnly });
      faults.push(...found.map((fault) => `${scheme} ${theme} ${fault}`));
    }
  }
  return faults;
};

type Way = (page: Page, customer: Customer, origin: string) => Promise<void>;

const ways: Readonly<Record<string, Way>> = {
  "the sites": (_page, customer) => customer.enter(),
  "the choice of names": (_page, customer) => customer.secure("shop.example.com"),
  "a choice that cannot be": async (page, customer) => {
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await customer.press("Continue");
    await page.getByRole("alert").waitFor();
  },
  "a draft that is ready": async (_page, customer) => {
    await customer.enter();
    await customer.draft("shop.example.com");
  },
  "an active order": async (_page, customer) => {
    await customer.buy();
    await customer.sees("Active");
  },
  "an active order in Arabic": async (page) => {
    await page.locator("form.language select").selectOption("ar");
    await page.locator("form.language button").click();
    await page.locator("html[dir=rtl]").waitFor();
    await unfoldAll(page);
  },
  "a link to share": async (page) => {
    await page.locator("form.language select").selectOption("en");
    await page.locator("form.language button").click();
    await page.locator("html[dir=ltr]").waitFor();
    await unfoldAll(page);
    await page.locator('form[action$="/share"] button').click();
    await page.locator("[data-copy]").first().waitFor();
  },
  "an order that is only looked at": async (page) => {
    await page.goto((await page.locator("[data-copy]").first().getAttribute("data-copy")) ?? "");
    await page.locator(".timeline").first().waitFor();
  },
  "a draft that is blocked": async (page, customer) => {
    await customer.enter();
    await customer.draft("gallery.example.net");
    await page.getByText("Must be fixed").waitFor();
  },
  "an order that waits for its customer": async (_page, customer) => {
    await customer.enter();
    await customer.draft("blog.example.org");
    await customer.buy();
    await customer.sees("Waiting for you");
  },
  "an order that fails": async (_page, customer) => {
    await customer.enter();
    await customer.draft("ruin.example.net");
    await customer.buy();
    await customer.sees("Failed, trying again");
  },
  "a page that is not there": async (page, _customer, origin) => void (await page.goto(`${origin}/orders/ord_none`)),
  "what somebody sees who is not signed on": async (page, _customer, origin) => {
    await page.context().clearCookies();
    await page.goto(`${origin}/sites`);
  },
};

describe("every page", () => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
    window = await theatre.open();
  }, 60_000);
  afterAll(async () => theatre[Symbol.asyncDispose]());

  it(
    "keeps WCAG 2.2 AA in light, in dark and in each theme, and weighs at most 100 KiB",
    { timeout: 120_000 },
    async () => {
      const { page } = window;
      const customer = createCustomer(page, theatre.stage);
      const faults: Record<string, readonly string[]> = {};
      const heavy: Record<string, number> = {};
      for (const [name, go] of Object.entries(ways)) {
        await go(page, customer, theatre.stage.origin);
        const found = await everyFault(page);
        const weight = await weigh(page);
        if (found.length > 0) faults[name] = found;
        if (weight > MOST_BYTES || weight === 0) heavy[name] = weight;
      }
      expect(faults).toEqual({});
      expect(heavy).toEqual({});
    },
  );
});
