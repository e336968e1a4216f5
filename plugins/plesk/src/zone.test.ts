import { expect, it } from "vitest";
import { relativeTo } from "./zone.ts";

it.each([
  ["example.com", "_acme-challenge.example.com", "_acme-challenge"],
  ["example.com", "_dnsauth.Shop.Example.com.", "_dnsauth.shop"],
  ["example.com", "example.com", ""],
])("in the zone %s the host %s is written %j", (origin, host, expected) => {
  expect(relativeTo(origin, host)).toBe(expected);
});
