import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { createCustomer, type Customer } from "./customer.ts";
import { openTheatre } from "./open-theatre.ts";

type Scene = (page: Page, customer: Customer) => Promise<void>;

const scenes: Readonly<Record<string, Scene>> = {
  "order-blocked": async (page, customer) => {
    await customer.enter();
    await customer.draft("gallery.example.net");
    await page.getByText("Must be fixed").waitFor();
  },
  "order-record-elsewhere": async (_page, customer) => {
    await customer.enter();
    await customer.draft("blog.example.org");
    await customer.buy();
    await customer.sees("Waiting for you");
  },
  "order-active": async (_page, customer) => {
    await customer.enter();
    await customer.draft("shop.example.com");
    await customer.buy();
    await customer.sees("Active");
  },
  sites: (_page, customer) => customer.enter(),
};

const DESK = { width: 1000, height: 720 };

/** Takes pictures of the pages as they are, for the docs, and gives their names. */
export const takeScreenshots = async (folder: string): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true });
  await using theatre = await openTheatre();
  await using window = await theatre.open({ viewport: DESK });
  const customer = createCustomer(window.page, theatre.stage);
  for (const [name, show] of Object.entries(scenes)) {
    await show(window.page, customer);
    await window.page.screenshot({ path: join(folder, `${name}.png`) });
  }
  return Object.keys(scenes);
};
