import { PassThrough, Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readLines } from "./read-lines.ts";

const bounds = { longest: 100, waiting: 50, tooLong: () => new Error("too long") };

const linesOf = async (chunks: readonly Uint8Array[]): Promise<readonly string[]> =>
  Array.fromAsync(readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), { ...bounds, longest: 10_000 }));

test("lines are the same however the stream is cut", async () => {
  const texts = fc.array(
    fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll("\n", "")),
    {
      maxLength: 20,
    },
  );
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (lines, size) => {
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
      const count = Math.ceil(bytes.length / size);
      const chunks = Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
      expect(await linesOf(chunks)).toEqual(lines);
    }),
  );
});

test.each([
  ["", []],
  ["\n", [""]],
  ["a", ["a"]],
  ["a\nb", ["a", "b"]],
  ["a\r\n", ["a\r"]],
  ["\n\nx\n", ["", "", "x"]],
])("%j has the lines %j", async (text, lines) => {
  expect(await linesOf([Buffer.from(text)])).toEqual(lines);
});

const readLine = async (length: number): Promise<readonly string[]> =>
  Array.fromAsync(readLines(Readable.from([Buffer.from(`ok\n${"x".repeat(length)}\nlost\n`)]), bounds));

test("a line may be as long as the bound, and not a byte longer", async () => {
  expect((await readLine(100)).length).toBe(3);
  await expect(readLine(101)).rejects.toThrow("too long");
});

test("what came before a line that is too long is still given", async () => {
  const reader = readLines(Readable.from([Buffer.from(`ok\n${"x".repeat(101)}`)]), bounds)[Symbol.asyncIterator]();
  expect((await reader.next()).value).toBe("ok");
  await expect(reader.next()).rejects.toThrow("too long");
});

test("a sender is held back at the bound, and goes on as lines are taken", async () => {
  const source = new PassThrough();
  const reader = readLines(source, bounds)[Symbol.asyncIterator]();
  source.write("x\n".repeat(30));
  await pause(5);
  expect(source.isPaused()).toBe(true);
  for (let taken = 0; taken < 10; taken += 1) await reader.next();
  expect(source.isPaused()).toBe(false);
});

test("a stream that breaks ends", async () => {
  const source = new PassThrough().on("error", () => undefined);
  source.write("a\nb");
  const all = Array.fromAsync(readLines(source, bounds));
  await pause(5);
  source.destroy(new Error("broken"));
  expect(await all).toEqual(["a", "b"]);
});
