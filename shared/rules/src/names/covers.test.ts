import { describe, expect, it } from "vitest";
import { covers } from "./covers.ts";
import { nameOf } from "./name-of.fixture.ts";

describe("a name on a certificate", () => {
  it.each([
    ["example.com", "example.com"],
    ["example.com", "EXAMPLE.com."],
    ["xn--bcher-kva.de", "bücher.de"],
    ["*.example.com", "www.example.com"],
    ["*.example.com", "WWW.EXAMPLE.COM"],
    ["*.example.com", "my_shop.example.com"],
    ["*.example.com", "xn--bcher-kva.example.com"],
    ["*.example.com", "*.example.com"],
  ])("%s covers %s", (pattern, host) => {
    expect(covers(nameOf(pattern), host)).toBe(true);
  });

  it.each([
    ["example.com", "www.example.com"],
    ["*.example.com", "example.com"],
    ["*.example.com", "a.b.example.com"],
    ["*.example.com", ".example.com"],
    ["*.example.com", "*.b.example.com"],
    ["*.example.com", "wwwexample.com"],
    ["*.b.example.com", "*.example.com"],
    ["www.example.com", "*.example.com"],
    ["*.example.com", "www.example.com.evil.net"],
    ["*.example.com", ""],
    ["example.com", "192.0.2.1"],
  ])("%s does not cover %j", (pattern, host) => {
    expect(covers(nameOf(pattern), host)).toBe(false);
  });
});
