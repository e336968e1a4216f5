import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BRANDS } from "./brand.ts";
import { identityReuse, identityReuseUntil } from "./identity-reuse.ts";
import { DAY, SECOND, fromIso, toIso } from "./instant.ts";
import { LEVELS } from "./level.ts";
import { METHODS } from "./method.ts";
import { maximumValidationReuse, reuseUntil, validationReuse } from "./validation-reuse.ts";

const second = (from: string, to: string) =>
  fc.integer({ min: fromIso(from) / SECOND, max: fromIso(to) / SECOND }).map((seconds) => seconds * SECOND);
const scopes = fc.record({
  brand: fc.constantFrom(...BRANDS),
  level: fc.constantFrom(...LEVELS),
  method: fc.constantFrom(...METHODS),
});

describe("the reuse the Baseline Requirements allow", () => {
  it.each([
    ["2026-03-14T23:59:59Z", 398],
    ["2026-03-15", 200],
    ["2027-03-15", 100],
    ["2029-03-15", 10],
  ])("at %s is %i days", (at, days) => {
    expect(maximumValidationReuse(fromIso(at)).days).toBe(days);
  });

  it.each([
    ["2027-03-15", "2026-12-05"],
    ["2029-03-15", "2029-03-05"],
  ])("makes every validation unusable on %s that was obtained before %s", (cliff, obtained) => {
    const at = fromIso(cliff);
    expect(toIso(at - maximumValidationReuse(at).days * DAY)).toBe(`${obtained}T00:00:00Z`);
  });
});

describe("the reuse of a validation", () => {
  it.each([
    ["sectigo", "dv", "dns-cname", "2026-11-21", 198],
    ["sectigo", "ov", "email", "2026-11-21", 198],
    ["sectigo", "dv", "dns-cname", "2026-03-11", 397],
    ["sectigo", "dv", "dns-cname", "2027-03-15", 99],
    ["sectigo", "dv", "dns-cname", "2029-03-15", 9],
    ["sandbox", "dv", "file", "2026-11-21", 198],
    ["sandbox", "dv", "file", "2027-03-15", 99],
    ["sandbox", "dv", "file", "2029-03-15", 9],
    ["digicert", "dv", "dns-txt", "2026-11-21", 0],
    ["thawte", "ov", "dns-txt", "2026-11-21", 199],
    ["digicert", "ev", "dns-txt", "2027-03-15", 99],
    ["globalsign", "dv", "dns-txt", "2026-11-21", 199],
    ["godaddy", "dv", "dns-txt", "2026-11-21", 199],
    ["letsencrypt", "dv", "acme-dns-01", "2026-11-21", 30],
    ["letsencrypt", "dv", "acme-dns-01", "2027-02-10", 10],
    ["letsencrypt", "dv", "acme-http-01", "2028-02-16", 7 / 24],
    ["sectigo", "dv", "dns-persist", "2026-11-21", 9],
    ["sectigo", "dv", "dns-persist", "2025-11-09", 0],
    ["sandbox", "dv", "email", "2028-03-14T23:59:59Z", 99],
    ["sandbox", "dv", "email", "2028-03-15", 0],
  ] as const)("at %s %s by %s on %s is %d days", (...[brand, level, method, at, days]) => {
    expect(validationReuse({ brand, level, method, at: fromIso(at) }).days).toBe(days);
  });

  it("never exceeds what the Baseline Requirements allow", () => {
    fc.assert(
      fc.property(scopes, second("2025-01-01", "2031-01-01"), (scope, at) => {
        return validationReuse({ ...scope, at }).days < maximumValidationReuse(at).days;
      }),
    );
  });
});

describe("the last use of a validation", () => {
  it.each([
    ["runs its full period in quiet times", "dns-txt", "2026-04-01", "2026-10-15T23:59:59Z"],
    ["is cut off by the step of 2027", "dns-txt", "2026-11-21", "2027-03-14T23:59:59Z"],
    ["crosses the step of 2027 when it is young enough then", "dns-txt", "2026-12-06", "2027-03-14T23:59:59Z"],
    [
      "stops before the step of 2027 when it would end on it",
      "dns-txt",
      "2026-08-29T00:00:01Z",
      "2027-03-14T23:59:59Z",
    ],
    ["has the shorter period behind the step of 2027", "dns-txt", "2026-12-07", "2027-03-15T23:59:59Z"],
    ["is cut off by the step of 2029", "dns-txt", "2029-01-01", "2029-03-14T23:59:59Z"],
    ["is nine days after 2029", "dns-txt", "2029-04-01", "2029-04-09T23:59:59Z"],
    ["ends with its method", "email", "2028-01-10", "2028-03-14T23:59:59Z"],
    ["does not feel the end of its method before", "email", "2027-10-01", "2028-01-07T23:59:59Z"],
    ["is nine days for a persistent record already now", "dns-persist", "2026-11-21", "2026-11-29T23:59:59Z"],
  ] as const)("%s", (_, method, validatedAt, last) => {
    const question = { brand: "sectigo", level: "dv", method, validatedAt: fromIso(validatedAt) } as const;
    expect(toIso(reuseUntil(question))).toBe(last);
  });

  it("is the moment of validation where nothing is reused", () => {
    const validatedAt = fromIso("2026-11-21T12:00:00Z");
    expect(reuseUntil({ brand: "digicert", level: "dv", method: "dns-txt", validatedAt })).toBe(validatedAt);
    const after = fromIso("2028-04-01");
    expect(reuseUntil({ brand: "sectigo", level: "dv", method: "email", validatedAt: after })).toBe(after);
  });

  it("is hours where an issuer counts in hours", () => {
    const validatedAt = fromIso("2028-03-01T12:00:00Z");
    const last = reuseUntil({ brand: "letsencrypt", level: "dv", method: "acme-http-01", validatedAt });
    expect(toIso(last)).toBe("2028-03-01T18:59:59Z");
  });

  it("agrees with the reuse on every date before it and on the second after it", () => {
    const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 20 });
    fc.assert(
      fc.property(scopes, second("2025-06-01", "2030-01-01"), parts, (scope, validatedAt, fractions) => {
        const usable = (at: number): boolean =>
          at - validatedAt + SECOND <= Math.round(validationReuse({ ...scope, at }).days * DAY);
        const last = reuseUntil({ ...scope, validatedAt });
        const seconds = (last - validatedAt) / SECOND;
        const within = fractions.map((part) => validatedAt + Math.ceil(part * seconds) * SECOND);
        expect(within.filter((at) => at > validatedAt && !usable(at))).toEqual([]);
        expect(usable(last + SECOND)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the reuse of organisation checks", () => {
  it.each([
    ["sectigo", "dv", "2026-11-21", 0],
    ["sectigo", "ov", "2026-03-14", 824],
    ["sectigo", "ov", "2026-03-15", 397],
    ["sectigo", "ev", "2026-11-21", 397],
    ["digicert", "ov", "2026-11-21", 397],
    ["sandbox", "ov", "2029-06-01", 397],
  ] as const)("at %s %s on %s is %i days", (brand, level, at, days) => {
    expect(identityReuse({ brand, level, at: fromIso(at) }).days).toBe(days);
  });

  it("follows the EV Guidelines for EV and the Baseline Requirements for OV", () => {
    const at = fromIso("2026-11-21");
    const docs = (["ev", "ov"] as const).map((level) => identityReuse({ brand: "sectigo", level, at }).citation.doc);
    expect(docs).toEqual(["EV Guidelines 2.0.2", "CA/B Forum TLS BR 2.3.0"]);
  });

  it.each([
    ["sandbox", "2026-11-21", "2027-12-22T23:59:59Z"],
    ["sectigo", "2025-01-01", "2026-03-14T23:59:59Z"],
    ["sectigo", "2025-06-01", "2026-07-02T23:59:59Z"],
  ] as const)("at %s from %s ends %s", (brand, verifiedAt, last) => {
    expect(toIso(identityReuseUntil({ brand, level: "ov", verifiedAt: fromIso(verifiedAt) }))).toBe(last);
  });
});
