import { describe, expect, it } from "vitest";
import { partOf } from "./part-of.ts";

const all = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe("a part of a list", () => {
  it("is all of it where it is short", () => {
    expect(partOf(all(17), undefined)).toEqual({ items: all(17), total: 17 });
    expect(partOf([], undefined)).toEqual({ items: [], total: 0 });
  });

  it("leads from one to the next, and each item stands in exactly one", () => {
    const parts = ["1", "2", "3"].map((wished) => partOf(all(100), wished));
    expect(parts.map(({ before, after }) => [before, after])).toEqual([
      [undefined, 2],
      [1, 3],
      [2, undefined],
    ]);
    expect(parts.flatMap(({ items }) => items)).toEqual(all(100));
  });

  it.each(["0", "-1", "4", "1.5", "x", "", ["2", "3"], { page: "2" }])("is the first one for %j", (wished) => {
    expect(partOf(all(100), wished).items[0]).toBe(0);
  });
});
