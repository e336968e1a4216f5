import { join, normalize } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flat, sharded } from "./layout.ts";

const name = fc.oneof(fc.string(), fc.constantFrom("..", ".", "a/../../b", "/etc/passwd", "a\0b", "a%2Fb", "a.json"));

describe.each([
  { title: "the flat layout", layout: flat },
  { title: "the sharded layout", layout: sharded },
])("$title", ({ layout }) => {
  it("keeps every document inside one of its folders", () => {
    fc.assert(
      fc.property(name, (document) => {
        const path = join("/base", layout.fileOf(document));
        const parent = normalize(join(path, ".."));
        expect(layout.folders.map((folder) => join("/base", folder, "."))).toContain(parent);
        expect(path.endsWith(".json")).toBe(true);
      }),
    );
  });

  it("gives different names different files", () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(layout.fileOf(left) === layout.fileOf(right)).toBe(left === right);
      }),
    );
  });
});
