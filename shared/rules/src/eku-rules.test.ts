import { describe, expect, it } from "vitest";
import { ekuRules } from "./eku-rules.ts";
import { fromIso } from "./instant.ts";

describe("client authentication in a server certificate", () => {
  it.each([
    ["digicert", "2025-09-30", "allowed", "2027-03-01"],
    ["digicert", "2026-11-21", "off-by-default", "2027-03-01"],
    ["rapidssl", "2027-03-01", "removed", undefined],
    ["sectigo", "2026-11-21", "off-by-default", "2027-02-10"],
    ["sectigo", "2027-02-10", "removed", undefined],
    ["trustico", "2026-10-30", "allowed", "2026-10-31"],
    ["trustico", "2026-11-21", "removed", undefined],
    ["letsencrypt", "2026-03-01", "off-by-default", "2026-07-08"],
    ["letsencrypt", "2026-11-21", "removed", undefined],
    ["certum", "2026-11-21", "removed", undefined],
    ["globalsign", "2026-11-21", "allowed", "2027-03-15"],
    ["globalsign", "2027-03-14T23:59:59Z", "allowed", "2027-03-15"],
    ["globalsign", "2027-03-15", "removed", undefined],
    ["sandbox", "2026-11-21", "removed", undefined],
  ] as const)("at %s on %s: %s, ending %s", (brand, at, clientAuth, ends) => {
    const rules = ekuRules({ brand, at: fromIso(at) });
    expect(rules).toMatchObject({ serverAuth: "required", clientAuth });
    expect(rules.clientAuthEndsAt).toBe(ends === undefined ? undefined : fromIso(ends));
  });

  it("cites the root programme where the issuer said nothing stricter", () => {
    const at = fromIso("2027-03-15");
    expect(ekuRules({ brand: "globalsign", at }).citation.doc).toBe("Chrome Root Program Policy 1.8");
    expect(ekuRules({ brand: "digicert", at }).citation.doc).toBe("DigiCert ALERT53");
  });
});
