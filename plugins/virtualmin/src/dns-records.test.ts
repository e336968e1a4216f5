import fc from "fast-check";
import { expect, test } from "vitest";
import { isClash, isRecord, isWritableText, toParameter } from "./dns-records.ts";

const WORD = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCodePoint(code)),
  minLength: 1,
  maxLength: 20,
});
const TEXT = fc.array(WORD, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

/** What the panel does: takes the parameter apart, writes the value between quotes, and reads it up to the next one. */
const throughThePanel = (parameter: string): readonly string[] => {
  const [, type = "", ...values] = parameter.split(/\s+/);
  const [, between = ""] = /^"((?:[^"\\]|\\.)*)"$/.exec(`"${values.join(" ")}"`) ?? [];
  return [type, between];
};

test("every text that can be written comes out of the panel as it went in", () => {
  fc.assert(
    fc.property(TEXT, (value) => {
      const record = { type: "TXT", host: "_a.example.com", value } as const;
      const [type = "", between = ""] = throughThePanel(toParameter(record));
      fc.pre(isWritableText(value));
      expect(isRecord({ type, values: [between] }, record)).toBe(true);
      expect(isRecord({ type, values: [between] }, { ...record, value: `${value}x` })).toBe(false);
    }),
  );
});

test.each([
  ["token", true],
  ['two words and a "quote"', true],
  ["a;b", true],
  ['a;b "c"', false],
  ["a;b\\c", false],
  ["two  blanks", false],
  ["ünïcode", false],
])("whether %j can be written: %s", (value, canBe) => expect(isWritableText(value)).toBe(canBe));

test("a text in several strings is one value", () => {
  expect(isRecord({ type: "TXT", values: ["to", "ken"] }, { type: "TXT", host: "a", value: "token" })).toBe(true);
});

test("aliases compare without case and without final dot", () => {
  const alias = { type: "CNAME", host: "a.example.com", value: "Proof.CA.example" } as const;
  expect(toParameter(alias)).toBe("a.example.com. CNAME proof.ca.example.");
  expect(isRecord({ type: "CNAME", values: ["proof.ca.example."] }, alias)).toBe(true);
  expect(isRecord({ type: "TXT", values: ["proof.ca.example."] }, alias)).toBe(false);
});

test("only an alias beside something else is a clash", () => {
  const [text, alias] = [
    { type: "TXT", values: ["a"] },
    { type: "CNAME", values: ["b."] },
  ];
  expect([isClash([text, text]), isClash([alias]), isClash([text, alias])]).toEqual([false, false, true]);
});
