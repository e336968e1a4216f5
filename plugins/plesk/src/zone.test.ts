import { expect, it } from "vitest";
import { isSame, relativeTo } from "./zone.ts";

it.each([
  ["example.com", "_acme-challenge.example.com", "_acme-challenge"],
  ["example.com", "_dnsauth.Shop.Example.com.", "_dnsauth.shop"],
  ["example.com", "example.com", ""],
])("in the zone %s the host %s is written %j", (origin, host, expected) => {
  expect(relativeTo(origin, host)).toBe(expected);
});

it.each([
  ["TXT", "token", "token", true],
  ["TXT", "token", "Token", false],
  ["TXT", '"to" "ken"', "token", true],
  ["TXT", String.raw`"a \"b\""`, 'a "b"', true],
  ["TXT", '"quoted"', '"quoted"', true],
  ["TXT", 'a "b" c', 'a "b" c', true],
  ["CNAME", "Proof.ca.example.", "proof.ca.example", true],
  ["CNAME", "token", "other", false],
] as const)("the %s %s shows what was written as %s: %s", (type, value, written, verdict) => {
  const listed = { id: "1", type, host: "_Proof.example.com.", value };
  expect(isSame(listed, { type, host: "_proof.example.com", value: written })).toBe(verdict);
});
