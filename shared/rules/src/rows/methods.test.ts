import { describe, expect, it } from "vitest";
import { methodRules } from "./methods.ts";

/**
 * The table of BR section 3.2.2.4 and the list of 3.2.2.5 a second time, written as the document has it: from, to, and
 * the letters W(ildcard) P(rune) C(NAME) O(nion) M(PIC), with S for "should not" since 2026-03-15.
 */
const DOCUMENT = `
4.2   …          2025-07-15 W P C - - -
4.4   …          2028-03-15 W P C - - S
4.7   …          …          W P C - M -
4.8   …          2026-03-15 - - - - M -
4.12  …          …          W P - - - -
4.13  …          2028-03-15 W P C - M S
4.14  …          2028-03-15 W P C - M S
4.15  …          2025-07-15 W P C - - -
4.16  …          2027-03-15 W P C - M S
4.17  …          2027-03-15 W P C - M S
4.18  2020-03-03 …          - - - O M -
4.19  …          …          - - - O M -
4.20  …          …          - - - O M -
4.21  2025-03-01 …          W P - - M -
4.22  2025-11-10 …          W P - - M -
5.1   …          …          - - - - M -
5.2   …          2027-03-15 - - - - - S
5.3   …          2027-03-15 - - - - M -
5.5   …          2027-03-15 - - - - - S
5.6   …          …          - - - - M -
5.7   …          …          - - - - M -
5.8   2025-12-16 …          - - - - M -
`;

describe("the table of validation methods", () => {
  it("is the one of the Baseline Requirements", () => {
    const written = methodRules.flatMap(({ id, rows }) =>
      rows.map(({ from, to, value }) => {
        const letters = [
          value.wildcard ? "W" : "-",
          value.prune ? "P" : "-",
          value.cnameStep ? "C" : "-",
          value.onion ? "O" : "-",
          value.mpic ? "M" : "-",
          value.shouldNotFrom === "2026-03-15" ? "S" : "-",
        ];
        return [id.replace("dcv.method.", ""), from ?? "…", to ?? "…", ...letters].join(" ");
      }),
    );
    expect(written).toEqual(
      DOCUMENT.trim()
        .split("\n")
        .map((line) => line.replaceAll(/ +/g, " ")),
    );
  });
});
