import { expect, it } from "vitest";
import { toFindings } from "./examine.ts";

const described = { version: "1.0.0", plesk: "18.0.64", missing: [], rivals: [] };

it("finds nothing where nothing is missing and nobody competes", () => {
  expect(toFindings(described)).toEqual([]);
});

it("tells permissions and rivals by name, also those that are new to it", () => {
  const findings = toFindings({ ...described, missing: ["manage_dns", "manage_new"], rivals: ["sslit", "new-rival"] });
  expect(findings.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
    "permission-missing: DNS zone management (manage_dns)",
    "permission-missing: manage_new",
    "rival: SSL It! can put certificates of its own on these sites",
    "rival: new-rival",
  ]);
});
