import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "./to-csv.ts";

/** Cells as a spreadsheet reads them. */
const cellsOf = (csv: string): readonly string[] =>
  [...csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g)].map(([, quoted, plain = ""]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );

describe("a table for spreadsheets", () => {
  it("holds no formula, whatever was written into it", () => {
    for (const evil of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("https://evil.example")'])
      expect(cellsOf(toCsv(["a"], [[evil]]))[1]).toBe(`'${evil}`);
  });

  it("gives back every text, with a mark in front of what would be a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (row) => {
        const cells = cellsOf(toCsv(["h"], [row])).slice(1);
        expect(cells.map((cell, at) => (cell === `'${row[at]}` ? row[at] : cell))).toEqual(row);
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});
