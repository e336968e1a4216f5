import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BRANDS } from "./brand.ts";
import { DAY, SECOND, fromIso, toIso } from "./instant.ts";
import { latestNotAfter } from "./latest-not-after.ts";
import { VALIDITY_STEPS, advisedValidity, maximumValidity } from "./maximum-validity.ts";
import { practisedValidity } from "./practised-validity.ts";

const years2025to2030 = fc.integer({ min: fromIso("2025-01-01"), max: fromIso("2031-01-01") });

describe("the longest validity", () => {
  it.each([
    ["2020-01-01", 398],
    ["2026-03-14T23:59:59.999Z", 398],
    ["2026-03-15", 200],
    ["2026-11-21", 200],
    ["2027-03-14T23:59:59Z", 200],
    ["2027-03-15", 100],
    ["2029-03-14T23:59:59Z", 100],
    ["2029-03-15", 47],
    ["2040-01-01", 47],
  ])("of a certificate issued at %s is %i days", (at, days) => {
    expect(maximumValidity(fromIso(at))).toMatchObject({ days, citation: { section: "6.3.2" } });
    expect(advisedValidity(fromIso(at)).days).toBe(days - 1);
  });

  it("changes on three days", () => {
    expect(VALIDITY_STEPS.map(toIso)).toEqual(["2026-03-15T00:00:00Z", "2027-03-15T00:00:00Z", "2029-03-15T00:00:00Z"]);
  });
});

describe("the latest notAfter", () => {
  it.each([
    ["2026-11-21", 200, "2027-06-08T23:59:59Z"],
    ["2026-11-21", 199, "2027-06-07T23:59:59Z"],
    ["2027-03-14", 200, "2027-09-29T23:59:59Z"],
    ["2027-03-14", 199, "2027-09-28T23:59:59Z"],
    ["2027-03-15", 100, "2027-06-22T23:59:59Z"],
    ["2027-03-15", 99, "2027-06-21T23:59:59Z"],
    ["2029-03-14", 100, "2029-06-21T23:59:59Z"],
    ["2029-03-14", 99, "2029-06-20T23:59:59Z"],
    ["2029-03-15", 47, "2029-04-30T23:59:59Z"],
    ["2029-03-15", 46, "2029-04-29T23:59:59Z"],
  ])("from %s with %i days is %s", (notBefore, days, notAfter) => {
    expect(toIso(latestNotAfter(fromIso(notBefore), days))).toBe(notAfter);
  });

  it("makes the days whole when both ends count, and one second later makes one day more", () => {
    const notBefore = fromIso("2026-11-21T13:37:11Z");
    const daysCounted = (notAfter: number): number => Math.ceil((notAfter - notBefore + SECOND) / DAY);
    const notAfter = latestNotAfter(notBefore, 200);
    expect([daysCounted(notAfter), daysCounted(notAfter + SECOND)]).toEqual([200, 201]);
  });
});

describe("the validity in practice", () => {
  it.each([
    ["sectigo", "2026-03-11T23:59:59Z", 397],
    ["sectigo", "2026-03-12", 199],
    ["sectigo", "2026-11-21", 199],
    ["sectigo", "2027-03-15", 99],
    ["sectigo", "2029-03-15", 46],
    ["trustico", "2026-11-21", 199],
    ["digicert", "2026-02-23T23:59:59Z", 397],
    ["digicert", "2026-02-24", 199],
    ["rapidssl", "2028-01-01", 99],
    ["globalsign", "2026-11-21", 199],
    ["amazon", "2026-11-21", 198],
    ["actalis", "2026-11-21", 184],
    ["actalis", "2027-03-15", 99],
    ["letsencrypt", "2026-11-21", 90],
    ["letsencrypt", "2027-02-09T23:59:59Z", 90],
    ["letsencrypt", "2027-02-10", 64],
    ["letsencrypt", "2028-02-16", 45],
    ["godaddy", "2026-11-21", 199],
    ["sandbox", "2026-03-14", 397],
    ["sandbox", "2026-11-21", 199],
    ["sandbox", "2027-03-15", 99],
    ["sandbox", "2029-03-15", 46],
  ] as const)("of %s at %s is %i days", (brand, at, days) => {
    expect(practisedValidity({ brand, at: fromIso(at) }).days).toBe(days);
  });

  it("never exceeds what is advised, whatever the brand and date", () => {
    fc.assert(
      fc.property(fc.constantFrom(...BRANDS), years2025to2030, (brand, at) => {
        return practisedValidity({ brand, at }).days <= advisedValidity(at).days;
      }),
    );
  });
});
