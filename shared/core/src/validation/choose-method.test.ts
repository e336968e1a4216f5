import { fromIso } from "@hostseal/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId } from "../identifiers.ts";
import { TODAY, nameOf } from "../orders/sample-order.fixture.ts";
import type { Host } from "../ports/host.ts";
import { chooseMethod, toMethodChoice } from "./choose-method.ts";

const nothing = {} as unknown as Host;
const zone = {
  zone: { zoneFor: async (host: string) => (host === "example.com" ? host : undefined) },
} as unknown as Host;
const site = { webroot: { siteFor: async () => asId("site") } } as unknown as Host;

describe("the method that is chosen for somebody", () => {
  test.each([
    ["the zone is here", "shop.example.com", [nothing, zone], "dns-txt"],
    ["zone and site are here", "shop.example.com", [site, zone], "dns-txt"],
    ["only the site is here", "shop.example.com", [nothing, site], "file"],
    ["the zone here is another", "shop.example.net", [zone, site], "file"],
    ["nothing is here", "shop.example.com", [nothing], "dns-txt"],
    ["there are no hosts", "shop.example.com", [], "dns-txt"],
    ["it is a wildcard, which a file cannot prove", "*.example.net", [site], "dns-txt"],
  ] as const)("asks the least of the customer when %s", async (_case, name, hosts, method) => {
    expect(await chooseMethod(nameOf(name), { hosts, level: "dv", now: TODAY })).toEqual({ method });
  });
});

const asked = (text: string, name = "shop.example.com", at = TODAY) => toMethodChoice(text, nameOf(name), at);

describe("a method as a person writes it", () => {
  test.each(["dns-txt", "dns-cname", "file"] as const)("is %s", (method) => {
    expect(asked(method)).toEqual({ method });
  });

  test("is e-mail, to an address that may approve", () => {
    expect(asked("email")).toMatchObject({ method: "email" });
    for (const box of ["admin", "administrator", "webmaster", "hostmaster", "postmaster"])
      for (const domain of ["example.com", "shop.example.com"])
        expect(asked(`email:${box}@${domain}`)).toEqual({ method: "email", address: `${box}@${domain}` });
  });

  test.each([
    "",
    "dns",
    "DNS-TXT",
    "mail",
    "email:",
    "email:owner@example.com",
    "email:admin@example.net",
    "email:admin@com",
    "acme-http-01",
  ])("is refused as %j", (text) => {
    expect(asked(text)).toBeUndefined();
  });

  test("is nothing or a choice that holds, whatever was written", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((rest) => `email:${rest}`),
      fc.string().map((rest) => `file:${rest}`),
    );
    fc.assert(
      fc.property(text, (written) => {
        const choice = asked(written);
        if (choice === undefined) return;
        expect(["dns-txt", "dns-cname", "file", "email"]).toContain(choice.method);
        if (choice.method === "email")
          expect(choice.address).toMatch(
            /^(admin|administrator|webmaster|hostmaster|postmaster)@(shop\.)?example\.com$/,
          );
      }),
    );
  });

  test("knows no address once e-mail has come to its end", () => {
    expect(asked("email", "shop.example.com", fromIso("2031-01-01"))).toBeUndefined();
  });
});
