import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, type ByteEdit } from "./byte-edit.ts";
import { placeAt } from "./span.ts";

const source = Buffer.from("listen 80;\n");
const edit = (start: number, end: number, text: string): ByteEdit => ({ at: { start, end }, bytes: Buffer.from(text) });
const textAfter = (...edits: readonly ByteEdit[]): string => {
  const edited = applyEdits(source, edits);
  return edited.kind === "edited" ? edited.bytes.toString() : edited.kind;
};

test("no edit gives the same bytes, whatever they are", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(applyEdits(bytes, [])).toEqual({ kind: "edited", bytes: Buffer.from(bytes) });
    }),
  );
});

test("replaces, inserts and removes at once, by offsets into the source", () => {
  expect(textAfter(edit(7, 9, "443"), edit(9, 9, " ssl"), edit(10, 11, ""))).toBe("listen 443 ssl;");
});

test("insertions at one place keep their order, before what replaces there", () => {
  expect(textAfter(edit(7, 9, "C"), edit(7, 7, "A"), edit(7, 7, "B"))).toBe("listen ABC;\n");
});

test("refuses edits that overlap, and an insertion into what is replaced", () => {
  expect(textAfter(edit(0, 8, "x"), edit(7, 9, "y"))).toBe("overlap");
  expect(textAfter(edit(0, 8, "x"), edit(4, 4, "y"))).toBe("overlap");
  expect(textAfter(edit(2, 4, "x"), edit(2, 4, "x"))).toBe("overlap");
});

test("refuses an edit outside of the bytes", () => {
  expect(textAfter(edit(7, 12, "x"))).toBe("outside");
  expect(textAfter(edit(-1, 0, "x"))).toBe("outside");
  expect(textAfter(edit(4, 3, "x"))).toBe("outside");
});

test("every byte outside of the edits is as it was", () => {
  const cuts = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 60, maxLength: 60 }), cuts, fc.uint8Array(), (bytes, places, put) => {
      const sorted = places.toSorted((one, other) => one - other);
      const edits = sorted.flatMap((start, index) =>
        index % 2 === 0 && sorted[index + 1] !== undefined
          ? [{ at: { start, end: sorted[index + 1] ?? start }, bytes: put }]
          : [],
      );
      const edited = applyEdits(bytes, edits);
      const kept = Buffer.from(bytes).filter((_, at) => !edits.some((one) => one.at.start <= at && at < one.at.end));
      const pieces = edited.kind === "edited" ? edited.bytes.length : -1;
      expect(pieces).toBe(kept.length + edits.length * put.length);
    }),
  );
});

test("an empty edit of an empty place changes nothing", () => {
  expect(applyEdits(source, [{ at: placeAt(3), bytes: Buffer.alloc(0) }])).toEqual({ kind: "edited", bytes: source });
});
