import { describe, expect, it } from "vitest";
import { allRules } from "./all-rules.ts";
import { RULES_EDITION, editionOf } from "./rules-edition.ts";

describe("the edition of the rules", () => {
  it("is the day of the facts and a fingerprint of the rows", () => {
    expect(RULES_EDITION).toMatch(/^\d{4}-\d\d-\d\d\+[0-9a-f]{8}$/);
    expect(editionOf(allRules())).toBe(RULES_EDITION);
  });

  it("changes with any row", () => {
    const [first, ...others] = allRules();
    if (first === undefined) throw new TypeError("there are no rules");
    expect(editionOf([{ ...first, note: "changed" }, ...others])).not.toBe(RULES_EDITION);
    expect(editionOf(others)).not.toBe(RULES_EDITION);
  });
});
