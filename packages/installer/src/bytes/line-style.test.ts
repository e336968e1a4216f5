import { expect, test } from "vitest";
import { beginsLine, indentAt, lineEndAt, wholeLines } from "./line-style.ts";
import { lineEnd, lineStart, positionOf } from "./position.ts";

const text = Buffer.from("server {\r\n\t  listen 80;\n}");

test("lines begin behind a line feed and end with it", () => {
  const at = text.indexOf("80");
  expect(text.subarray(lineStart(text, at), lineEnd(text, at)).toString()).toBe("\t  listen 80;\n");
  expect([lineStart(text, 0), lineEnd(text, text.length)]).toEqual([0, text.length]);
});

test("positions count from 1, and the end is one too", () => {
  expect(positionOf(text, 0)).toEqual({ line: 1, column: 1 });
  expect(positionOf(text, text.indexOf("listen"))).toEqual({ line: 2, column: 4 });
  expect(positionOf(text, text.length)).toEqual({ line: 3, column: 2 });
});

test("the indentation is the blanks before the first word", () => {
  expect(indentAt(text, text.indexOf("80"))).toBe("\t  ");
  expect(indentAt(text, 0)).toBe("");
});

test("each line ends as it does; a last line without end ends as the one before", () => {
  expect(lineEndAt(text, 0)).toBe("\r\n");
  expect(lineEndAt(text, text.indexOf("80"))).toBe("\n");
  expect(lineEndAt(text, text.length)).toBe("\n");
  expect(lineEndAt(Buffer.from("a\r\nb"), 4)).toBe("\r\n");
  expect(lineEndAt(Buffer.from("a"), 0)).toBe("\n");
});

test("knows whether something is the first of its line", () => {
  expect(beginsLine(text, text.indexOf("listen"))).toBe(true);
  expect(beginsLine(text, text.indexOf("80"))).toBe(false);
});

test("whole lines reach from the first byte of one to the line feed of another", () => {
  const start = text.indexOf("listen");
  expect(wholeLines(text, { start, end: start + 2 })).toEqual({ start: 10, end: text.indexOf("}") });
  expect(wholeLines(text, { start: 10, end: text.indexOf("}") })).toEqual({ start: 10, end: text.indexOf("}") });
});
