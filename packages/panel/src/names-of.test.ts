import { asId, type Site, type SiteId } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { expect, it } from "vitest";
import { siteAnswering, toNames } from "./names-of.ts";

const site = (id: string, ...names: readonly string[]): Site => ({ id: asId<SiteId>(id), names: toNames(names) });
const answering = (sites: readonly Site[], name: string) => siteAnswering(sites, name as DomainName)?.id;

it("keeps names that a certificate can carry, each once", () => {
  expect(toNames(["Example.com", "example.com", "*.example.com", "localhost", "a..b", "192.0.2.1"])).toEqual([
    "example.com",
    "*.example.com",
  ]);
});

it("prefers the site that has the very name over one with a wildcard", () => {
  const sites = [site("wide", "*.example.com"), site("shop", "shop.example.com")];
  expect(answering(sites, "shop.example.com")).toBe("shop");
  expect(answering(sites, "blog.example.com")).toBe("wide");
  expect(answering(sites, "a.b.example.com")).toBeUndefined();
});
