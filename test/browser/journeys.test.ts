import { makeCsr, makeKey } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCustomer, type Customer } from "./customer.ts";
import { openTheatre, type Theatre, type Window } from "./open-theatre.ts";

/** What the page asks a person to type somewhere, in the order in which it stands there. */
const toCopy = (page: Page): Promise<readonly string[]> =>
  page
    .locator(".proof")
    .first()
    .locator("[data-copy]")
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("data-copy") ?? ""));

describe("a customer's order, in a browser", { timeout: 60_000 }, () => {
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

  it("becomes active after four clicks, the panel's button among them, within fifteen seconds", async () => {
    const began = performance.now();
    await page.goto(theatre.stage.panelUrl);
    await customer.press("SSL certificates");
    await page.getByRole("link", { name: "Secure this site shop.example.com" }).click();
    await customer.press("Continue");
    await customer.press(/^Accept and order/);
    await customer.sees("Active");
    expect(performance.now() - began).toBeLessThan(15_000);
    const [look] = (await theatre.stage.world.probe.tls({ name: "shop.example.com" as DomainName })).endpoints;
    expect(look).toMatchObject({ kind: "served", chain: { kind: "complete" } });
  });

  it("proves control by a file that we put there, when the customer prefers that", async () => {
    await customer.draft("blog.example.org");
    await customer.buy();
    await customer.sees("Waiting for you");
    await customer.unfold("Change the method");
    await page.getByLabel("Method").selectOption("file");
    await customer.press("Change the method");
    await customer.sees("Active");
  });

  it("waits for an approval by e-mail, and goes on when it is given", async () => {
    await customer.draft("letters.example.net");
    await customer.buy();
    await customer.sees("Waiting for you");
    await customer.unfold("Change the method");
    await page.getByLabel("Method").selectOption("email:admin@letters.example.net");
    await customer.press("Change the method");
    await page.getByText("Open the message to admin@letters.example.net").first().waitFor();
    const { mailbox } = theatre.stage.demo.hosting;
    await expect.poll(() => mailbox.inbox("admin@letters.example.net").length).toBeGreaterThan(0);
    const link = /https?:\/\/\S+\/approve\/\S+/.exec(mailbox.inbox("admin@letters.example.net").at(-1)?.text ?? "");
    const order = page.url();
    await page.goto(link?.[0] ?? "");
    await page.getByRole("button", { name: /approve/i }).click();
    await page.getByText("Thank you").waitFor();
    await page.goto(order);
    await customer.press("Check again");
    await customer.sees("Active");
  });

  it("asks whoever brings a CSR to install the certificate, and notices when it is served", async () => {
    const name = "museum.example.net" as DomainName;
    const key = await makeKey("ec-p256");
    await customer.secure(name);
    await customer.unfold("I have my own CSR");
    await page.getByLabel("CSR (PEM)").fill(await makeCsr({ key, names: [name] }));
    await customer.press("Continue");
    await customer.buy();
    await customer.sees("Issued, not installed");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download certificate and chain" }).click(),
    ]);
    const pem = await new Response(await download.createReadStream()).text();
    const certificates = pem.match(/-----BEGIN [^]*?-----END CERTIFICATE-----\n/g) ?? [];
    expect(certificates.length).toBeGreaterThan(1);
    theatre.stage.demo.hosting.controls.panel.install("museum", { key: key.pem, certificates });
    await customer.press("Check again");
    await customer.sees("Active");
  });

  it("shows the record to set elsewhere, and what is found under the doubled name", async () => {
    await customer.draft("island.example.org");
    await page.getByText("Must be fixed").waitFor();
    theatre.stage.demo.hosting.controls.dns.infect("island.example.org", undefined);
    await customer.press("Check again");
    await customer.buy();
    await customer.sees("Waiting for you");
    const [host = "", value = ""] = await toCopy(page);
    const { dns } = theatre.stage.demo.hosting.controls;
    dns.add({ host: `${host}.island.example.org`, type: "TXT", value });
    await customer.press("Check again");
    await page.getByText(`${host}.island.example.org`).first().waitFor();
    dns.add({ host, type: "TXT", value });
    await customer.press("Check again");
    await customer.sees("Active");
  });

  it("is not sold before a CAA record allows it, and names that record", async () => {
    await customer.draft("gallery.example.net");
    await page.getByText("Must be fixed").waitFor();
    expect(await page.getByRole("button", { name: /^Accept and order/ }).isDisabled()).toBe(true);
    const typed = await page.locator(".findings [data-copy]").first().getAttribute("data-copy");
    const [host = "", value = ""] = (typed ?? "").split(" CAA ");
    theatre.stage.demo.hosting.controls.dns.add({ host, type: "CAA", value });
    await customer.press("Check again");
    await customer.buy();
    await customer.sees("Active");
  });
});
