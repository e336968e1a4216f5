import { describe, expect, it } from "vitest";
import { CAA_PARAMETERS_BINDING_FROM, caaDuty, dnssecDuty } from "./dns-duties.ts";
import { HOUR, fromIso, toIso } from "./instant.ts";
import { allowedNonCorroborations, mpic } from "./mpic.ts";

describe("multi-perspective corroboration", () => {
  it.each([
    ["2025-03-14T23:59:59Z", 0, 0, false, 0],
    ["2025-03-15", 2, 1, false, 0],
    ["2025-09-15", 2, 1, true, 0],
    ["2026-03-15", 3, 1, true, 2],
    ["2026-06-15", 4, 1, true, 2],
    ["2026-11-21", 4, 1, true, 2],
    ["2026-12-14T23:59:59Z", 4, 1, true, 2],
    ["2026-12-15", 5, 1, true, 2],
  ])("on %s needs %i remotes, %i may disagree", (...[at, remotes, allowed, quorumEnforced, minDistinctRirs]) => {
    expect(mpic(fromIso(at))).toMatchObject({
      remotes,
      allowedNonCorroborations: allowed,
      quorumEnforced,
      minDistinctRirs,
      citation: { section: "3.2.2.9" },
    });
  });

  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [5, 1],
    [6, 2],
    [12, 2],
  ])("of %i remotes lets %i disagree", (remotes, allowed) => {
    expect(allowedNonCorroborations(remotes)).toBe(allowed);
  });
});

describe("DNSSEC", () => {
  it("must be validated since 2026-03-15, and its failure never permits", () => {
    expect(dnssecDuty(fromIso("2026-03-14T23:59:59Z"))).toMatchObject({ mustValidate: false, failureMayPermit: true });
    expect(dnssecDuty(fromIso("2026-03-15"))).toMatchObject({ mustValidate: true, failureMayPermit: false });
  });
});

describe("CAA", () => {
  it.each([
    ["2026-06-15", "may"],
    ["2026-06-16", "should"],
    ["2026-11-21", "should"],
    ["2027-03-14T23:59:59Z", "should"],
    ["2027-03-15", "must"],
  ])("parameters on %s %s be obeyed", (at, duty) => {
    expect(caaDuty(fromIso(at))).toMatchObject({ parameters: duty, freshFor: 8 * HOUR });
    expect(caaDuty(fromIso(at), "sectigo").parameters).toBe(duty);
    expect(caaDuty(fromIso(at), "letsencrypt").parameters).toBe("must");
  });

  it("parameters bind everybody from one known day on", () => {
    expect(toIso(CAA_PARAMETERS_BINDING_FROM)).toBe("2027-03-15T00:00:00Z");
  });
});
