import { describe, expect, it } from "vitest";
import { approverAddresses } from "./approver-addresses.ts";
import { authorizationDomains } from "./authorization-domains.ts";
import { fromIso } from "./instant.ts";
import type { Method } from "./method.ts";
import { METHODS } from "./method.ts";
import { methodEnd, methodVerdict } from "./method-verdict.ts";
import { nameOf } from "./names/name-of.fixture.ts";
import { wildcardAllowed } from "./wildcard-allowed.ts";

const host = nameOf("www.example.com");
const wildcard = nameOf("*.example.com");
const now = fromIso("2026-11-21");

const BEFORE_ADVICE = "2026-03-14T23:59:59Z";
const BEFORE_END = "2028-03-14T23:59:59Z";
const END = "2028-03-15";

/** Outcome for the host and for the wildcard: `ok`, `ok until <date>`, or the refusal. */
const TABLE: readonly [Method, string, string, string][] = [
  ...(["dns-txt", "dns-cname", "acme-dns-01"] as const).flatMap((method): [Method, string, string, string][] => [
    [method, "2020-01-01", "ok", "ok"],
    [method, "2026-11-21", "ok", "ok"],
    [method, "2030-01-01", "ok", "ok"],
  ]),
  ["file", "2020-03-02", "method-not-yet", "method-not-for-wildcard"],
  ["file", "2020-03-03", "ok", "method-not-for-wildcard"],
  ["file", "2026-11-21", "ok", "method-not-for-wildcard"],
  ["file", "2030-01-01", "ok", "method-not-for-wildcard"],
  ["email", BEFORE_ADVICE, "ok", "ok"],
  ["email", "2026-03-15", "ok until 2028-03-15", "ok until 2028-03-15"],
  ["email", "2026-11-21", "ok until 2028-03-15", "ok until 2028-03-15"],
  ["email", BEFORE_END, "ok until 2028-03-15", "ok until 2028-03-15"],
  ["email", END, "method-sunset", "method-sunset"],
  ["email", "2030-01-01", "method-sunset", "method-sunset"],
  ["acme-http-01", "2026-11-21", "ok", "method-not-for-wildcard"],
  ["acme-tls-alpn-01", "2026-11-21", "ok", "method-not-for-wildcard"],
  ["dns-persist", "2025-11-09T23:59:59Z", "method-not-yet", "method-not-yet"],
  ["dns-persist", "2025-11-10", "ok", "ok"],
  ["dns-persist", "2026-11-21", "ok", "ok"],
];

function outcome(question: Parameters<typeof methodVerdict>[0]): string {
  const verdict = methodVerdict(question);
  if (verdict.kind === "refused") return verdict.because;
  return verdict.caution === undefined
    ? "ok"
    : `ok until ${new Date(verdict.caution.endsAt).toISOString().slice(0, 10)}`;
}

describe("a validation method", () => {
  it.each(TABLE)("%s on %s: %s for a host, %s for a wildcard", (method, date, forHost, forWildcard) => {
    const at = fromIso(date);
    expect([outcome({ method, name: host, at }), outcome({ method, name: wildcard, at })]).toEqual([
      forHost,
      forWildcard,
    ]);
  });

  it("appears in the table above", () => {
    expect(new Set(TABLE.map(([method]) => method))).toEqual(new Set(METHODS));
  });

  it("tells when it ended or begins", () => {
    expect(methodVerdict({ method: "email", name: host, at: fromIso(END) })).toMatchObject({ endedAt: fromIso(END) });
    const early = fromIso("2025-01-01");
    expect(methodVerdict({ method: "dns-persist", name: host, at: early })).toMatchObject({
      beginsAt: fromIso("2025-11-10"),
    });
    expect([methodEnd("email"), methodEnd("dns-txt")]).toEqual([fromIso(END), undefined]);
  });

  it("cites its own section", () => {
    const sections = METHODS.map((method) => methodVerdict({ method, name: host, at: now }).citation.section);
    expect(sections).toEqual(
      ["4.7", "4.7", "4.18", "4.4", "4.19", "4.7", "4.20", "4.22"].map((section) => `3.2.2.${section}`),
    );
  });

  it("proves no wildcard for EV", () => {
    expect(outcome({ method: "dns-txt", name: wildcard, at: now, level: "ev" })).toBe("wildcard-not-for-level");
    expect(outcome({ method: "dns-txt", name: host, at: now, level: "ev" })).toBe("ok");
    expect(outcome({ method: "dns-txt", name: wildcard, at: now, level: "ov" })).toBe("ok");
    expect((["dv", "ov", "ev"] as const).map((level) => wildcardAllowed(level).kind)).toEqual([
      "allowed",
      "allowed",
      "refused",
    ]);
  });

  it("that nobody knows, as an old journal may name it, is refused", () => {
    for (const method of ["pigeon", "constructor", "__proto__", "toString"]) {
      expect(outcome({ method: method as Method, name: host, at: now })).toBe("method-unknown");
    }
  });
});

describe("the authorization domain names", () => {
  it.each([
    ["a.b.example.co.uk", "dns-txt", ["a.b.example.co.uk", "b.example.co.uk", "example.co.uk"]],
    ["a.b.example.co.uk", "email", ["a.b.example.co.uk", "b.example.co.uk", "example.co.uk"]],
    ["*.shop.example.com", "dns-cname", ["shop.example.com", "example.com"]],
    ["*.example.com", "dns-persist", ["example.com"]],
    ["example.com", "acme-dns-01", ["example.com"]],
    ["www.example.com", "file", ["www.example.com"]],
    ["www.example.com", "acme-http-01", ["www.example.com"]],
    ["*.example.com", "file", []],
    ["*.example.com", "acme-tls-alpn-01", []],
  ] as const)("of %s by %s are %j", (name, method, domains) => {
    expect(authorizationDomains({ name: nameOf(name), method, at: now })).toEqual(domains);
  });

  it("are none once the method has ended", () => {
    expect(authorizationDomains({ name: host, method: "email", at: fromIso(END) })).toEqual([]);
  });
});

describe("the approver addresses", () => {
  it("are exactly five", () => {
    expect(approverAddresses(wildcard)).toEqual([
      "admin@example.com",
      "administrator@example.com",
      "webmaster@example.com",
      "hostmaster@example.com",
      "postmaster@example.com",
    ]);
  });
});
