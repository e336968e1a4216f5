import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromLegacyText } from "./legacy-text.ts";

describe("the older form of an answer", () => {
  it.each([
    ["error=0&text=Saved&details=", { error: "0", text: "Saved", details: "" }],
    ["error=1&text=No%20way&details=a+b", { error: "1", text: "No way", details: "a b" }],
    ["list[]=example.com&list[]=example.net", ["example.com", "example.net"]],
    ["list0=example.com&list1=example.net\n", ["example.com", "example.net"]],
    ["text=%26%2360%3Bb%26%2362%3B+%26amp%3B+%26unknown%3B", { text: "<b> & &unknown;" }],
    ["text=%26%239999999%3B", { text: "&#9999999;" }],
  ])("%j is read", (text, data) => {
    expect(fromLegacyText(text)).toEqual(data);
  });

  it.each(["", "{}", '{"a":"b=c"}', "[]", "<html a=b>", "plain words", "half of"])("%j is none", (text) => {
    expect(fromLegacyText(text)).toBeUndefined();
  });

  it("is found in no JSON", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (value) => {
        expect(fromLegacyText(JSON.stringify(value))).toBeUndefined();
      }),
    );
  });

  it("is read or not, whatever comes", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void fromLegacyText(text)));
  });
});
