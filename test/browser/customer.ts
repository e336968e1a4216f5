import { expect } from "vitest";
import type { Page } from "playwright-core";
import type { Stage } from "../server/stage.ts";

/** What a customer does with the pages, by what they read on them. */
export type Customer = {
  /** Presses the panel's button, and sees the sites. */
  enter(): Promise<void>;
  /** Begins an order for a site: leads to the choice of names. */
  secure(site: string): Promise<void>;
  /** Leads to the draft of an order with the names as they are offered. */
  draft(site: string): Promise<void>;
  /** Buys what the draft offers. */
  buy(): Promise<void>;
  /** Waits until the order says this of itself. */
  sees(standing: string): Promise<void>;
  /** Opens a fold, whether it is open or not. */
  unfold(title: string): Promise<void>;
  press(button: string | RegExp): Promise<void>;
};

export const createCustomer = (page: Page, { panelUrl }: Pick<Stage, "panelUrl">): Customer => {
  const press: Customer["press"] = (name) => page.getByRole("button", { name }).click();
  const secure: Customer["secure"] = (site) =>
    page.getByRole("link", { name: `Secure this site ${site}`, exact: true }).click();
  return {
    enter: async () => {
      await page.goto(panelUrl);
      await press("SSL certificates");
      await page.waitForURL(/\/sites$/);
    },
    secure,
    draft: async (site) => {
      await secure(site);
      await press("Continue");
      await page.waitForURL(/\/orders\/ord_\w+$/);
    },
    buy: async () => {
      await press(/^Accept and order/);
      await page.getByRole("button", { name: /^Accept and order/ }).waitFor({ state: "detached" });
    },
    sees: async (standing) => {
      await page.locator(".order-head .badge", { hasText: standing }).waitFor();
      expect(await page.locator(".order-head .badge").textContent()).toBe(standing);
    },
    unfold: async (title) => {
      const fold = page.locator("details:not([open]) > summary", { hasText: title });
      if (await fold.first().isVisible()) await fold.first().click();
    },
    press,
  };
};
