import { expect, test } from "vitest";
import { isAskableName, toPlainName } from "./askable-name.ts";

test.each(["example.test", "_acme-challenge.example.test", "*.example.test", "xn--bcher-kva.test", "test"])(
  "DNS can be asked for %s",
  (name) => {
    expect(isAskableName(name)).toBe(true);
  },
);

test.each([
  "",
  ".",
  "a..b",
  ".a",
  "a.",
  "a b.test",
  "bücher.test",
  String.raw`a\.b`,
  `${"a".repeat(64)}.test`,
  Array.from({ length: 64 }, () => "aaa").join("."),
])("DNS cannot be asked for %j", (name) => {
  expect(isAskableName(name)).toBe(false);
});

test("names are compared without case and final dot", () => {
  expect(toPlainName("WWW.Example.test.")).toBe("www.example.test");
});
