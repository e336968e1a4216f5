import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NameRefusal } from "./name-refusal.ts";
import { parseDomainName } from "./parse-domain-name.ts";

const LABEL = "(?!-)[a-z0-9-]{1,63}(?<!-)";
const LDH = new RegExp(`^(?:\\*\\.)?${LABEL}(?:\\.${LABEL})+$`);
const LENGTH_249 = `${"abcdefghi.".repeat(24)}abcde.com`;

describe("a name for a certificate", () => {
  it.each([
    ["example.com", "example.com"],
    ["  Example.COM \n", "example.com"],
    ["example.com.", "example.com"],
    ["example。com", "example.com"],
    ["*.example.com", "*.example.com"],
    ["*.EXAMPLE.com.", "*.example.com"],
    ["*。example．com｡", "*.example.com"],
    ["bücher.de", "xn--bcher-kva.de"],
    ["*.bücher.de", "*.xn--bcher-kva.de"],
    ["straße.de", "xn--strae-oqa.de"],
    ["XN--BCHER-KVA.de", "xn--bcher-kva.de"],
    ["пример.рф", "xn--e1afmkfd.xn--p1ai"],
    ["a.b.c.example.co.uk", "a.b.c.example.co.uk"],
    ["shop.github.io", "shop.github.io"],
    ["*.github.io", "*.github.io"],
    ["www.ck", "www.ck"],
    ["1.example.com", "1.example.com"],
    [`${"a".repeat(63)}.com`, `${"a".repeat(63)}.com`],
  ])("is read from %j", (input, name) => {
    expect(parseDomainName(input)).toEqual({ kind: "name", name });
  });

  it.each<[string, NameRefusal]>([
    ["", "empty"],
    ["   ", "empty"],
    [".", "empty"],
    [`${"a".repeat(64)}.com`, "label-too-long"],
    [`${"ü".repeat(63)}.com`, "label-too-long"],
    ["a..example.com", "empty-label"],
    [".example.com", "empty-label"],
    ["exam ple.com", "bad-character"],
    ["example.com,example.net", "bad-character"],
    ["exam$ple.com", "bad-character"],
    ["exam\u0000ple.com", "bad-character"],
    ["_dmarc.example.com", "underscore"],
    ["my_shop.example.com", "underscore"],
    ["-shop.example.com", "bad-hyphens"],
    ["shop-.example.com", "bad-hyphens"],
    ["ab--cd.example.com", "bad-hyphens"],
    ["*", "wildcard-position"],
    ["*.", "wildcard-position"],
    ["*.*", "wildcard-position"],
    ["*.com", "wildcard-public-suffix"],
    ["*.co.uk", "wildcard-public-suffix"],
    ["*.foo.ck", "wildcard-public-suffix"],
    ["com", "public-suffix"],
    ["co.uk.", "public-suffix"],
    ["192.0.2.1", "ip-address"],
    ["１９２.0.2.1", "ip-address"],
    ["0x7f.1", "ip-address"],
    ["2130706433", "ip-address"],
    ["::1", "ip-address"],
    ["2001:db8::1", "ip-address"],
    ["[2001:db8::1]", "ip-address"],
    ["localhost", "internal-name"],
    ["server.local", "internal-name"],
    ["shop.internal", "internal-name"],
    ["shop.test", "internal-name"],
    ["1.2.0.192.in-addr.arpa", "reverse-zone"],
    ["8.b.d.0.1.0.0.2.ip6.arpa", "reverse-zone"],
    ["facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd.onion", "onion"],
    ["xn--a.com", "idn-invalid"],
    ["xn--0.de", "idn-invalid"],
    ["a\u200db.com", "idn-invalid"],
    ["https://", "url"],
    ["[2001:db8::1]:443", "url"],
  ])("is not %j: %s", (input, code) => {
    expect(parseDomainName(input)).toEqual({ kind: "refused", code, input });
  });

  it.each<[string, NameRefusal, string]>([
    ["https://www.example.com/basket?id=1#top", "url", "www.example.com"],
    ["HTTP://user:secret@Example.com:8080/", "url", "example.com"],
    ["example.com/", "url", "example.com"],
    ["example.com:443", "url", "example.com"],
    ["//example.com", "url", "example.com"],
    ["\\\\example.com\\share", "url", "example.com"],
    ["https://*.example.com/", "url", "*.example.com"],
    ["info@example.com", "email", "example.com"],
    ["Jane <jane@bücher.de", "email", "xn--bcher-kva.de"],
    ["*example.com", "wildcard-position", "*.example.com"],
    ["www.*.example.com", "wildcard-position", "*.example.com"],
    ["*.*.example.com", "wildcard-position", "*.example.com"],
    ["w*.example.com", "wildcard-position", "*.example.com"],
    ["https://www.*.example.com/", "url", "*.example.com"],
  ])("is not %j (%s), but suggested as %s", (input, code, suggestion) => {
    expect(parseDomainName(input)).toEqual({ kind: "refused", code, input, suggestion });
  });

  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.domain(),
    fc.webUrl(),
    fc.emailAddress(),
    fc.ipV4(),
    fc.ipV6(),
    fc
      .array(fc.constantFrom("*", ".", "-", "xn--", "a", "ü", "com", "co.uk", "_", "@", ":", "/", "。", "\u00ad"), {
        maxLength: 12,
      })
      .map((parts) => parts.join("")),
  );

  it("comes out in letters, digits and hyphens, or is refused, and never throws", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseDomainName(text);
        if (parsed.kind === "refused") return parsed.input === text;
        return LDH.test(parsed.name) && parsed.name.length <= 253;
      }),
      { numRuns: 3_000 },
    );
  });

  it("is read the same from what was read before, and so are suggestions", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseDomainName(text);
        const name = parsed.kind === "name" ? parsed.name : parsed.suggestion;
        if (name !== undefined) expect(parseDomainName(name)).toEqual({ kind: "name", name });
      }),
      { numRuns: 3_000 },
    );
  });

  it("may have 253 characters, its star and dot among them, and not one more", () => {
    expect(LENGTH_249).toHaveLength(249);
    const outcomes = ["*.", "abc.", "abcd.", "*.a.", "*.ab."].map((start) => {
      const parsed = parseDomainName(start + LENGTH_249);
      return parsed.kind === "name" ? parsed.name.length : parsed.code;
    });
    expect(outcomes).toEqual([251, 253, "too-long", 253, "too-long"]);
    expect(parseDomainName("x".repeat(5_000))).toMatchObject({ code: "too-long" });
  });

  it("is read from every host name below a registrable domain", () => {
    const labels = fc.array(fc.stringMatching(/^[a-z0-9]([a-z0-9]{0,20}[a-z0-9])?$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(labels, (parts) => {
        const name = `${parts.join(".")}.example.co.uk`;
        expect(parseDomainName(name.toUpperCase())).toEqual({ kind: "name", name });
      }),
    );
  });
});
