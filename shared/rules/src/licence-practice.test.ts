import { describe, expect, it } from "vitest";
import { fromIso } from "./instant.ts";
import { longestLicence, refundTerms, reissueRevocation, reissueValidation } from "./licence-practice.ts";

const at = fromIso("2026-11-21");

describe("the practice of issuers about licences", () => {
  it.each([
    ["trustico", 5],
    ["sectigo", 5],
    ["digicert", 3],
    ["globalsign", 1],
    ["sandbox", 5],
    ["letsencrypt", undefined],
  ] as const)("%s sells up to %s years", (brand, years) => {
    expect(longestLicence({ brand, at })?.maxYears).toBe(years);
  });

  it.each([
    ["sectigo", { days: 30, countedFrom: "first-issuance" }],
    ["globalsign", { days: 7, countedFrom: "vetting" }],
    ["trustico", { days: 0 }],
    ["sandbox", { days: 0 }],
  ] as const)("%s refunds: %o", (brand, terms) => {
    expect(refundTerms({ brand, at })).toMatchObject(terms);
  });

  it("revokes earlier certificates only at DigiCert, and only when a name is dropped", () => {
    expect(reissueRevocation({ brand: "geotrust", at })).toMatchObject({
      whenNamesAreOnlyAdded: false,
      whenANameIsDropped: true,
      delayHours: 72,
    });
    expect(reissueRevocation({ brand: "sectigo", at })).toMatchObject({ whenANameIsDropped: false });
    expect(reissueRevocation({ brand: "godaddy", at })).toBeUndefined();
  });

  it("validates again with a fresh key at Sectigo", () => {
    expect(reissueValidation({ brand: "sectigo", at })?.newKeyVoidsReuse).toBe(true);
    expect(reissueValidation({ brand: "trustico", at })?.newKeyVoidsReuse).toBe(true);
    expect(reissueValidation({ brand: "sandbox", at })?.newKeyVoidsReuse).toBe(false);
  });

  it("begins with the date of its row", () => {
    expect(longestLicence({ brand: "digicert", at: fromIso("2026-02-23") })).toBeUndefined();
  });
});
