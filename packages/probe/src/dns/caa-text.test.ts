import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fromCaaText, takeCaaText } from "./caa-text.ts";

const read = (flags: number, tag: string, value: Uint8Array): string => {
  const message = Buffer.concat([Buffer.from([flags, tag.length]), Buffer.from(tag), value]);
  return takeCaaText({ message, end: message.length, at: 0 });
};

test("is written as in a zone file", () => {
  expect(read(0, "issue", Buffer.from("ca.example; account=1"))).toBe('0 issue "ca.example; account=1"');
  expect(read(128, "tbs", Buffer.from('a"b\\c\n'))).toBe(String.raw`128 tbs "a\"b\\c\010"`);
});

test("gives every flag, tag and value back, byte for byte", () => {
  const tag = fc.stringMatching(/^[A-Za-z0-9-]{1,15}$/);
  fc.assert(
    fc.property(fc.nat(255), tag, fc.uint8Array({ maxLength: 80 }), (flags, tag, value) => {
      expect(fromCaaText(read(flags, tag, value))).toEqual({
        flags,
        tag,
        value: Buffer.from(value).toString("latin1"),
      });
    }),
  );
});

test("has no text when the tag is none", () => {
  expect(() => read(0, "", Buffer.from("x"))).toThrow(RangeError);
  expect(() => read(0, 'is"sue', Buffer.from("x"))).toThrow(RangeError);
});
