import { describe, expect, it } from "vitest";
import { LONGEST_COMMON_NAME } from "./common-name.ts";
import { fromIso } from "./instant.ts";
import { POLICY_OIDS, levelOfPolicies } from "./policy-oids.ts";
import { REVOCATION_REASONS, revocationReasonsOffered } from "./revocation-reasons.ts";
import { sctsRequired } from "./scts-required.ts";
import { shortLivedMaximum } from "./short-lived.ts";

describe("signed certificate timestamps", () => {
  it.each([
    [7, 2],
    [46, 2],
    [99, 2],
    [180, 2],
    [180.5, 3],
    [199, 3],
    [398, 3],
  ])("for %d days come from %i logs of two operators", (days, distinctLogs) => {
    expect(sctsRequired(days)).toMatchObject({ distinctLogs, distinctOperators: 2 });
  });

  it("are not for a certificate that does not live", () => {
    expect(() => sctsRequired(0)).toThrow(TypeError);
  });
});

describe("revocation reasons", () => {
  it("offered are five, the default first", () => {
    expect(revocationReasonsOffered().map(({ code, name }) => `${code} ${name}`)).toEqual([
      "0 unspecified",
      "1 keyCompromise",
      "3 affiliationChanged",
      "4 superseded",
      "5 cessationOfOperation",
    ]);
  });

  it("never offered are hold and the issuer's own", () => {
    const hidden = REVOCATION_REASONS.filter((reason) => !reason.offered);
    expect(hidden.map(({ code }) => code)).toEqual([6, 9]);
  });
});

describe("policy identifiers", () => {
  it.each(["dv", "ov", "iv", "ev"] as const)("tell %s", (level) => {
    expect(levelOfPolicies(["1.3.6.1.4.1.6449.1.2.2.7", POLICY_OIDS[level]])).toBe(level);
  });

  it("of others tell nothing", () => {
    expect(levelOfPolicies(["1.3.6.1.4.1.6449.1.2.2.7", "2.23.140.1.2"])).toBeUndefined();
  });
});

describe("a short-lived certificate", () => {
  it.each([
    ["2024-03-14", undefined],
    ["2024-03-15", 10],
    ["2026-03-14T23:59:59Z", 10],
    ["2026-03-15", 7],
  ])("issued at %s lives at most %s days", (at, days) => {
    expect(shortLivedMaximum(fromIso(at))?.days).toBe(days);
  });
});

describe("a common name", () => {
  it("has at most 64 characters", () => {
    expect(LONGEST_COMMON_NAME).toBe(64);
  });
});
