import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { waits } from "../decide/waits.ts";
import { errors } from "../errors/table.ts";
import { preflightProblems } from "../validation/preflight.ts";
import { mails } from "./mails.ts";
import { render } from "./sentence.ts";

describe("a sentence", () => {
  test("gets its values where it asks for them, as often as it asks", () => {
    expect(render("{a} and {b}, then {a}", { a: "x", b: 2 })).toBe("x and 2, then x");
  });

  test("keeps a question without an answer as it stands, so that it shows", () => {
    expect(render("{a} {b}", { a: "x" })).toBe("x {b}");
  });

  test("reads no value a second time: braces and dollar signs in it stay what they are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(render("<{a}|{b}>", { a: `{b}${left}`, b: `$&{a}${right}` })).toBe(`<{b}${left}|$&{a}${right}>`);
      }),
    );
  });
});

const texts: readonly (readonly [string, string])[] = [
  ...Object.entries(errors).flatMap(([code, { sentence, fix }]) => [[code, sentence] as const, [code, fix] as const]),
  ...Object.entries(waits).flatMap(([code, { sentence, todo }]) => [[code, sentence] as const, [code, todo] as const]),
  ...Object.entries(preflightProblems).flatMap(([code, { sentence, fix }]) => [
    [code, sentence] as const,
    [code, fix] as const,
  ]),
  ...Object.entries(mails).flatMap(([code, { subject, text }]) => [[code, subject] as const, [code, text] as const]),
];

describe("every text for people", () => {
  test.each(texts)("of %s is a sentence whose parameters can be read: %s", (_code, text) => {
    expect(text.trim()).toBe(text);
    expect(text.length).toBeGreaterThan(4);
    expect(text.replaceAll(/\{\w+\}/g, "")).not.toMatch(/[{}]/);
    const values = Object.fromEntries([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, "value"]));
    expect(render(text, values)).not.toMatch(/[{}]/);
  });
});
