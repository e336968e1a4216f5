import { asId, type Site } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { expect, test } from "vitest";
import { createWebroot } from "./webroot.ts";

const site = (id: string, ...names: string[]): Site => ({
  id: asId(id),
  names: names.map((name) => name as DomainName),
});
const neverCalled = () => Promise.reject(new TypeError("no call is needed"));

test("the site that has the very name goes before one with a wildcard, whichever is listed first", async () => {
  const sites = [site("cloud", "cloud.example.com", "*.cloud.example.com"), site("tenant", "tenant.cloud.example.com")];
  const webroot = createWebroot(neverCalled, async () => sites);
  expect(await webroot.siteFor("tenant.cloud.example.com" as DomainName)).toBe("tenant");
  expect(await webroot.siteFor("other.cloud.example.com" as DomainName)).toBe("cloud");
  expect(await webroot.siteFor("*.cloud.example.com" as DomainName)).toBe("cloud");
});
