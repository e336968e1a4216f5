import { describe, expect, it } from "vitest";
import { baseDomain } from "./base-domain.ts";
import { isWildcard, withoutWildcard } from "./domain-name.ts";
import { nameOf } from "./name-of.fixture.ts";
import { toUnicodeName } from "./unicode-name.ts";
import { wwwTwin } from "./www-twin.ts";

describe("the base domain", () => {
  it.each([
    ["example.com", "example.com"],
    ["www.example.com", "example.com"],
    ["*.a.b.example.co.uk", "example.co.uk"],
    ["shop.github.io", "github.io"],
    ["a.b.xn--bcher-kva.de", "xn--bcher-kva.de"],
  ])("of %s is %s", (name, base) => {
    expect(baseDomain(nameOf(name))).toBe(base);
  });
});

describe("the www twin", () => {
  it.each([
    ["example.com", "www.example.com"],
    ["www.example.com", "example.com"],
    ["example.co.uk", "www.example.co.uk"],
    ["www.com", "www.www.com"],
  ])("of %s is %s", (name, twin) => {
    expect(wwwTwin(nameOf(name))).toBe(twin);
  });

  it.each(["shop.example.com", "www.shop.example.com", "*.example.com"])("of %s does not exist", (name) => {
    expect(wwwTwin(nameOf(name))).toBeUndefined();
  });
});

describe("a wildcard", () => {
  it("is told by its star and loses it", () => {
    const wildcard = nameOf("*.example.com");
    expect([isWildcard(wildcard), withoutWildcard(wildcard)]).toEqual([true, "example.com"]);
    expect([isWildcard(nameOf("example.com")), withoutWildcard(nameOf("example.com"))]).toEqual([false, "example.com"]);
  });
});

describe("the form for people", () => {
  it.each([
    ["xn--bcher-kva.de", "bücher.de"],
    ["*.xn--bcher-kva.de", "*.bücher.de"],
    ["example.com", "example.com"],
  ])("of %s is %s", (name, shown) => {
    expect(toUnicodeName(nameOf(name))).toBe(shown);
  });
});
