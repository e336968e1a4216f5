import { describe, expect, test } from "vitest";
import { flag, many, oneOf, readOptions, wholeNumber } from "./read-options.ts";

const shape = {
  years: wholeNumber(1, 5).optional(),
  format: oneOf(["zip", "pem"]).default("zip"),
  add: many,
  dryRun: flag,
};

describe("options as a command understands them", () => {
  test("are filled in where nothing was given", () => {
    expect(readOptions(shape, {})).toEqual({ format: "zip", add: [], dryRun: false });
    expect(readOptions(shape, { years: "5", add: ["a"], dryRun: true })).toEqual({
      years: 5,
      format: "zip",
      add: ["a"],
      dryRun: true,
    });
  });

  test.each([
    [{ years: "6" }, "--years: write a number from 1 to 5."],
    [{ years: "two" }, "--years: write a number from 1 to 5."],
    [{ years: "1.5" }, "--years: write a number from 1 to 5."],
    [{ years: "-1" }, "--years: write a number from 1 to 5."],
    [{ format: "tar" }, "--format: write one of zip, pem."],
  ])("%j is refused by the name of the option", (given, sentence) => {
    expect(() => readOptions(shape, given)).toThrow(sentence);
  });
});
