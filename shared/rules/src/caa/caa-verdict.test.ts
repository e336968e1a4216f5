import { describe, expect, it } from "vitest";
import { BRANDS } from "../brand.ts";
import { fromIso } from "../instant.ts";
import { nameOf } from "../names/name-of.fixture.ts";
import type { CaaRecord } from "./caa-record.ts";
import type { CaaQuestion } from "./caa-verdict.ts";
import { caaVerdict } from "./caa-verdict.ts";
import { caaIssuerNames } from "./issuer-names.ts";

const NOW = fromIso("2026-11-21");
const BINDING = fromIso("2027-03-15");

/** Reads `0 issue "value"` as a zone file writes it. */
function record(text: string): CaaRecord {
  const [, flags, tag, value] = /^(\d+) (\w+) "(.*)"$/.exec(text) ?? [];
  if (tag === undefined || value === undefined) throw new TypeError(`not a CAA record: ${text}`);
  return { flags: Number(flags), tag, value };
}

function ask(name: string, records: readonly string[], rest: Partial<CaaQuestion> = {}) {
  return caaVerdict({ name: nameOf(name), records: records.map(record), brand: "sectigo", at: NOW, ...rest });
}

function summary(verdict: ReturnType<typeof caaVerdict>): string {
  if (verdict.kind === "permitted")
    return verdict.caution === undefined ? "permitted" : `permitted, later ${verdict.caution.because}`;
  return `${verdict.because}, add ${verdict.add}`;
}

describe("a CAA record set", () => {
  it.each<[string, readonly string[], string]>([
    ["www.example.com", [], "permitted"],
    ["www.example.com", ['0 iodef "mailto:a@example.com"'], "permitted"],
    ["www.example.com", ['0 contactemail "a@example.com"'], "permitted"],
    ["www.example.com", ['128 iodef "mailto:a@example.com"'], "permitted"],
    ["www.example.com", ['0 futuretag "x"'], "permitted"],
    ["www.example.com", ['0 issue "sectigo.com"'], "permitted"],
    ["www.example.com", ['0 ISSUE "Sectigo.COM"'], "permitted"],
    ["www.example.com", ['128 issue "sectigo.com"'], "permitted"],
    ["www.example.com", ['0 issue "comodoca.com"'], "permitted"],
    ["www.example.com", ['0 issue "sectigo.com; unknown=1"'], "permitted"],
    ["www.example.com", ['0 issue "letsencrypt.org"'], 'other-issuer, add 0 issue "sectigo.com"'],
    ["www.example.com", ['0 issue "notsectigo.com"'], 'other-issuer, add 0 issue "sectigo.com"'],
    ["www.example.com", ['0 issue "www.sectigo.com"'], 'other-issuer, add 0 issue "sectigo.com"'],
    ["www.example.com", ['0 issue "letsencrypt.org"', '0 issue "sectigo.com"'], "permitted"],
    ["www.example.com", ['0 issue ";"'], 'nobody, add 0 issue "sectigo.com"'],
    ["www.example.com", ['0 issue ""'], 'nobody, add 0 issue "sectigo.com"'],
    ["www.example.com", ['0 issue "%%%"'], 'nobody, add 0 issue "sectigo.com"'],
    ["www.example.com", ['0 issue ";"', '0 issue "sectigo.com"'], "permitted"],
    ["www.example.com", ['0 issue ";"', '0 issue "pki.goog"'], 'other-issuer, add 0 issue "sectigo.com"'],
    ["www.example.com", ['0 issuewild ";"'], "permitted"],
    ["www.example.com", ['0 issuewild "sectigo.com"', '0 issue "pki.goog"'], 'other-issuer, add 0 issue "sectigo.com"'],
    ["*.example.com", ['0 issue "sectigo.com"'], "permitted"],
    ["*.example.com", ['0 issue "pki.goog"'], 'other-issuer, add 0 issue "sectigo.com"'],
    ["*.example.com", ['0 issue "sectigo.com"', '0 issuewild ";"'], 'nobody, add 0 issuewild "sectigo.com"'],
    [
      "*.example.com",
      ['0 issue "sectigo.com"', '0 issuewild "pki.goog"'],
      'other-issuer, add 0 issuewild "sectigo.com"',
    ],
    ["*.example.com", ['0 issue ";"', '0 issuewild "sectigo.com"'], "permitted"],
    ["www.example.com", ['128 futuretag "x"', '0 issue "sectigo.com"'], 'unknown-critical, add 0 futuretag "x"'],
    ["www.example.com", ['129 futuretag "x"'], 'unknown-critical, add 1 futuretag "x"'],
  ])("for %s with %j: %s", (name, records, expected) => {
    expect(summary(ask(name, records))).toBe(expected);
  });

  it("names the record that permits, or the one in the way", () => {
    expect(ask("www.example.com", ['0 issue "pki.goog"', '0 issue "sectigo.com"'])).toEqual({
      kind: "permitted",
      by: record('0 issue "sectigo.com"'),
    });
    expect(ask("www.example.com", ['0 issue ";"', '0 issue "pki.goog"'])).toMatchObject({
      record: { value: "pki.goog" },
    });
  });

  it("escapes what a zone file must have escaped", () => {
    const records = [{ flags: 128, tag: "future", value: 'a"b\\c' }];
    expect(caaVerdict({ name: nameOf("example.com"), records, brand: "sectigo", at: NOW })).toMatchObject({
      add: '0 future "a\\"b\\\\c"',
    });
  });
});

describe("the CAA parameters of RFC 8657", () => {
  const account = "https://ca.example/acct/1";
  const ours = `0 issue "sectigo.com; accounturi=${account}"`;
  const known = { accountUri: account, method: "dns-txt" } as const;

  it.each<[readonly string[], string]>([
    [[ours], "permitted"],
    [['0 issue "sectigo.com; accounturi=https://ca.example/acct/2"'], `account-mismatch, add ${ours}`],
    [['0 issue "sectigo.com; accounturi=https://CA.example/acct/1"'], `account-mismatch, add ${ours}`],
    [[`0 issue "sectigo.com; accounturi=${account}; accounturi=${account}"`], `account-mismatch, add ${ours}`],
    [['0 issue "sectigo.com; validationmethods=ca-tbr-7"'], "permitted"],
    [['0 issue "sectigo.com; validationmethods=http-01,ca-tbr-7"'], "permitted"],
    [['0 issue "sectigo.com; ValidationMethods=ca-tbr-7"'], "permitted"],
    [
      ['0 issue "sectigo.com; validationmethods=http-01,ca-tbr-18"'],
      'method-mismatch, add 0 issue "sectigo.com; validationmethods=ca-tbr-7"',
    ],
    [
      ['0 issue "sectigo.com; validationmethods="'],
      'method-mismatch, add 0 issue "sectigo.com; validationmethods=ca-tbr-7"',
    ],
    [
      ['0 issue "sectigo.com; validationmethods=ca-tbr-7; validationmethods=ca-tbr-7"'],
      'method-mismatch, add 0 issue "sectigo.com; validationmethods=ca-tbr-7"',
    ],
    [['0 issue "sectigo.com; validationmethods=dns-01"', '0 issue "sectigo.com"'], "permitted"],
    [
      ['0 issue "sectigo.com; validationmethods=dns-01"', '0 issue ";"'],
      'method-mismatch, add 0 issue "sectigo.com; validationmethods=ca-tbr-7"',
    ],
    [['0 issue "pki.goog; accounturi=x"'], 'other-issuer, add 0 issue "sectigo.com"'],
  ])("bind from 2027-03-15: %j is %s", (records, expected) => {
    expect(summary(ask("www.example.com", records, { ...known, at: BINDING }))).toBe(expected);
  });

  it("are both kept in the record to add when the zone binds both", () => {
    const records = [`0 issue "sectigo.com; validationmethods=ca-tbr-18; accounturi=${account}"`];
    expect(summary(ask("www.example.com", records, { ...known, at: BINDING }))).toBe(
      `method-mismatch, add 0 issue "sectigo.com; accounturi=${account}; validationmethods=ca-tbr-7"`,
    );
  });

  it("only raise a caution before, while the issuer may ignore them", () => {
    const strange = ['0 issue "sectigo.com; accounturi=https://ca.example/acct/2"'];
    expect(ask("www.example.com", strange, { ...known, at: BINDING - 1 })).toMatchObject({
      kind: "permitted",
      caution: { because: "account-mismatch", from: BINDING, add: ours },
    });
  });

  it("bind at once at an issuer that is known to obey them", () => {
    const strange = ['0 issue "letsencrypt.org; validationmethods=dns-01"'];
    const asked = { brand: "letsencrypt", method: "acme-http-01" } as const;
    expect(summary(ask("www.example.com", strange, asked))).toBe(
      'method-mismatch, add 0 issue "letsencrypt.org; validationmethods=http-01"',
    );
  });

  it("fit no account when none is known, and any method when none is chosen", () => {
    expect(summary(ask("www.example.com", [ours], { at: BINDING }))).toBe(
      'account-mismatch, add 0 issue "sectigo.com"',
    );
    const limited = ['0 issue "sectigo.com; validationmethods=ca-tbr-99"'];
    expect(summary(ask("www.example.com", limited, { at: BINDING }))).toBe("permitted");
  });

  it.each([
    ["acme-http-01", "http-01"],
    ["acme-http-01", "ca-tbr-19"],
    ["acme-dns-01", "dns-01"],
    ["acme-tls-alpn-01", "tls-alpn-01"],
    ["file", "ca-tbr-18"],
    ["email", "ca-tbr-4"],
    ["dns-cname", "ca-tbr-7"],
    ["dns-persist", "ca-tbr-22"],
  ] as const)("know %s as %s", (method, label) => {
    const records = [`0 issue "sectigo.com; validationmethods=${label}"`];
    expect(summary(ask("www.example.com", records, { at: BINDING, method }))).toBe("permitted");
  });
});

describe("the issuer names of a brand", () => {
  it.each(BRANDS)("%s: the preferred one is accepted and lets it in", (brand) => {
    const { preferred, accepted } = caaIssuerNames(brand);
    expect(accepted).toContain(preferred);
    expect(summary(ask("www.example.com", [`0 issue "${preferred}"`], { brand }))).toBe("permitted");
    expect(summary(ask("www.example.com", ['0 issue "other.example"'], { brand }))).toBe(
      `other-issuer, add 0 issue "${preferred}"`,
    );
  });
});
