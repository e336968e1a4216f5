import { describe, expect, test } from "vitest";
import { isolated, readable, toBeTypedIn, withoutIsolates } from "./isolated.ts";

describe("what is to be typed in a fix", () => {
  test("is copied bare, whatever isolates it stands in", () => {
    expect(toBeTypedIn(`Add \`${isolated("example.com")} CAA ${isolated('0 issue "ca"')}\`.`)).toEqual([
      'example.com CAA 0 issue "ca"',
    ]);
    expect(toBeTypedIn("Nothing to do.")).toEqual([]);
  });

  test("reads from left to right in a text that does not", () => {
    expect(readable("أضف `a CAA b`.", "ar")).toBe("أضف \u2066a CAA b\u2069.");
    expect(readable("Add `a CAA b` or `c`.", "en")).toBe("Add a CAA b or c.");
  });
});

test("a text without isolates is the text that was isolated", () => {
  expect(withoutIsolates(isolated("*.example.com"))).toBe("*.example.com");
});
