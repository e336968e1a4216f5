import { describe, expect, it } from "vitest";
import { domain, look, pool, zone } from "./wire.ts";

describe("what stands once, often or not at all", () => {
  it.each([
    [{ certificates: "" }, []],
    [{}, []],
    [{ certificates: { certificate: { name: "one" } } }, ["one"]],
    [{ certificates: { certificate: [{ name: "one" }, { name: "two" }] } }, ["one", "two"]],
  ])("is a list in %j", (content, names) => {
    expect(pool.parse(content).certificates.certificate.map(({ name }) => name)).toEqual(names);
  });
});

describe("a domain", () => {
  const general = { name: "bücher.example", "ascii-name": "xn--bcher-kva.example" };

  it.each([
    [{ gen_info: general, hosting: "", prefs: "" }, undefined],
    [{ gen_info: general, prefs: { www: "0" } }, false],
    [{ gen_info: general, prefs: { www: "true" } }, true],
  ])("reads %j", (data, www) => {
    expect(domain.parse({ id: "82", data }).data.prefs?.www).toBe(www);
  });

  it("without a number is none", () => {
    expect(domain.safeParse({ id: "x", data: { gen_info: general } }).success).toBe(false);
  });
});

it("a site that uses no certificate of its own is read as one", () => {
  const empty = { certificate: "", pem: "", mail: "", webmail: "" };
  const read = look.parse({ id: "82", ssl: "false", ...empty });
  expect(read).toMatchObject({ ssl: false, pem: "" });
});

it("a zone is here with the number of its domain, or elsewhere", () => {
  expect(zone.parse({ zone: "" })).toEqual({ kind: "elsewhere" });
  expect(zone.parse({ zone: "example.com", "site-id": "82" })).toEqual({
    kind: "here",
    name: "example.com",
    site: "82",
  });
  expect(zone.safeParse({ zone: "example.com" }).success).toBe(false);
});
