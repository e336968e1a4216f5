import fc from "fast-check";
import { expect, test } from "vitest";
import { fromText, toReadable, toText } from "./byte-text.ts";

test("any bytes come back from their text", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => fromText(toText(bytes)).equals(bytes)));
});

/** The last one is made of a high surrogate and U+DC80. */
const someText = fc.string({ unit: fc.constantFrom("a", "\n", "é", "€", "😀", "\u{1f480}") });

test("any ordinary string comes back from its bytes", () => {
  fc.assert(fc.property(someText, (text) => toText(fromText(text)) === text));
});

test("the same letter in Latin-1 and in UTF-8 is two different texts", () => {
  expect(toText(Buffer.from([0xc3, 0xa9]))).toBe("é");
  expect(toText(Buffer.from([0xe9]))).toBe("\udce9");
});

test("texts joined from both kinds keep every byte", () => {
  expect(fromText(`/srv/café/${toText(Buffer.from([0xe9]))}`)).toEqual(
    Buffer.concat([Buffer.from("/srv/café/"), Buffer.from([0xe9])]),
  );
});

test("a person sees odd bytes and control characters by their number", () => {
  expect(toReadable(toText(Buffer.from([0x61, 0xe9, 0x1b, 0x09, 0x0d])))).toBe("a\\xE9\\x1B\t\\x0D");
});
