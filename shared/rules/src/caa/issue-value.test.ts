import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIssueValue } from "./issue-value.ts";

describe("an issue value", () => {
  it.each([
    ["ca1.example.net", "ca1.example.net", []],
    ["  CA1.Example.NET\t", "ca1.example.net", []],
    ["", "", []],
    [";", "", []],
    ["  ;  ", "", []],
    ["ca.example;", "ca.example", []],
    ["ca.example ; ", "ca.example", []],
    ["ca.example; account=230123", "ca.example", [["account", "230123"]]],
    [
      "ca.example;a=1;b=2",
      "ca.example",
      [
        ["a", "1"],
        ["b", "2"],
      ],
    ],
    [
      "ca.example ; A = 1 ; b-c=2",
      "ca.example",
      [
        ["a", "1"],
        ["b-c", "2"],
      ],
    ],
    ["ca.example; a=", "ca.example", [["a", ""]]],
    ["; a=1", "", [["a", "1"]]],
    [
      "ca.example; accounturi=https://ca.example/acct/1?x=y",
      "ca.example",
      [["accounturi", "https://ca.example/acct/1?x=y"]],
    ],
    [
      "ca.example; a=1; A=2",
      "ca.example",
      [
        ["a", "1"],
        ["a", "2"],
      ],
    ],
    ["xn--bcher-kva.example", "xn--bcher-kva.example", []],
  ])("%j names %j with %j", (text, issuer, parameters) => {
    expect(parseIssueValue(text)).toEqual({
      kind: "issue-value",
      issuer,
      parameters: parameters.map(([tag, value]) => ({ tag, value })),
    });
  });

  it.each([
    "%%%%%",
    "ca..example",
    ".example",
    "-ca.example",
    "ca-.example",
    "ca_1.example",
    "ca.example.",
    "bücher.example",
    "ca.example other.example",
    "ca.example; a=1;",
    "ca.example; a=1;; b=2",
    "ca.example;;",
    "ca.example; account",
    "ca.example; =1",
    "ca.example; a b=1",
    "ca.example; -a=1",
    "ca.example; a=1 2",
    "ca.example; a=ü",
    "ca.example; a=\u00a0",
    "ca.example\n",
  ])("%j is malformed", (text) => {
    expect(parseIssueValue(text)).toEqual({ kind: "malformed" });
  });

  const word = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
  const parameter = fc.record({ tag: word, value: fc.stringMatching(/^[!-:<-~]{0,20}$/) });

  it("is read back from any issuer, parameters and blanks", () => {
    const blank = fc.constantFrom("", " ", "\t", "  ");
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.array(parameter),
        blank,
        (labels, parameters, gap) => {
          const written = parameters.map(({ tag, value }) => `;${gap}${tag}${gap}=${gap}${value}${gap}`);
          const parsed = parseIssueValue(`${gap}${labels.join(".")}${gap}${written.join("")}`);
          expect(parsed).toEqual({ kind: "issue-value", issuer: labels.join("."), parameters });
        },
      ),
    );
  });

  it("is read from any text without throwing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => parseIssueValue(text).kind !== undefined));
  });

  it("of many blanks is read at once", () => {
    expect(parseIssueValue(`a${" ".repeat(65_000)}b`)).toEqual({ kind: "malformed" });
  });
});
