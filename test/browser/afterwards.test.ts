import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCustomer, type Customer } from "./customer.ts";
import { openTheatre, type Theatre, type Window } from "./open-theatre.ts";

describe("an order that has been placed, in a browser", { timeout: 60_000 }, () => {
  let theatre: Theatre;
  let window: Window;
  let page: Page;
  let customer: Customer;
  beforeAll(async () => {
    theatre = await openTheatre();
  }, 60_000);
  afterAll(async () => theatre[Symbol.asyncDispose]());
  beforeEach(async () => {
    window = await theatre.open();
    ({ page } = window);
    customer = createCustomer(page, theatre.stage);
    await customer.enter();
  });
  afterEach(async () => {
    await window[Symbol.asyncDispose]();
    expect(window.complaints).toEqual([]);
  });

  const fact = (term: string) => page.locator(`dt:text-is("${term}") + dd`).first();
  const order = async (site: string): Promise<void> => {
    await customer.draft(site);
    await customer.buy();
    await customer.sees("Active");
  };
  const reissue = async (names: string): Promise<void> => {
    const serial = (await fact("Serial number").textContent()) ?? "";
    await customer.unfold("Reissue now");
    await page.getByLabel("Names, one in each line").fill(names);
    await page.getByLabel(/^I accept the subscriber agreement/).check();
    await customer.press("Reissue now");
    await expect.poll(() => fact("Serial number").textContent(), { timeout: 15_000 }).not.toBe(serial);
    await customer.sees("Active");
  };

  it("is reissued with a name less, and with it again", async () => {
    await order("shop.example.com");
    await reissue("shop.example.com");
    expect(await fact("Names").textContent()).toBe("shop.example.com");
    await reissue("shop.example.com\nwww.shop.example.com");
    expect(await fact("Names").textContent()).toBe("shop.example.com, www.shop.example.com");
  });

  it("is revoked with a reason, and says so from then on", async () => {
    await order("diary.example.com");
    await customer.unfold("Revoke");
    await page.getByLabel("Reason").selectOption("keyCompromise");
    await customer.press("Revoke");
    await customer.sees("Revoked");
    await page.getByRole("link", { name: "Your sites" }).click();
    await page.locator(".site", { hasText: "diary.example.com" }).getByText("Revoked").waitFor();
  });

  it("is cancelled before anything is issued, and the money comes back", async () => {
    await customer.draft("blog.example.org");
    await customer.buy();
    await customer.sees("Waiting for you");
    await customer.unfold("Cancel the order");
    await customer.press("Cancel the order");
    await customer.sees("Cancelled, money back");
  });

  it("does not come to be when its draft is discarded", async () => {
    await customer.draft("news.example.org");
    await customer.press("Do not order");
    await customer.sees("Cancelled");
  });

  it("changes before one's eyes and in one's ears, and leaves what is open and written as it is", async () => {
    await order("museum.example.net");
    await customer.unfold("Reissue now");
    const names = page.getByLabel("Names, one in each line");
    await names.fill("half a na");
    await using other = await theatre.open();
    await createCustomer(other.page, theatre.stage).enter();
    await other.page.goto(page.url());
    await createCustomer(other.page, theatre.stage).unfold("Send the messages again");
    await other.page.getByRole("button", { name: "Send the messages again" }).click();
    await page.locator(".timeline li").filter({ hasText: /again/ }).waitFor();
    expect(await names.inputValue()).toBe("half a na");
    expect(await page.evaluate<string>("document.activeElement.name")).toBe("names");
    expect(await page.getByRole("status").textContent()).toContain("Active");
  });
});
