import { expect, test } from "vitest";
import { createBoundedText } from "./bounded-text.ts";

const after = (chunks: readonly string[]): string => {
  const kept = createBoundedText(4);
  for (const chunk of chunks) kept.add(Buffer.from(chunk));
  return kept.text();
};

test.each([
  [[], ""],
  [["abc"], "abc"],
  [["abcd", "efgh"], "abcdefgh"],
  [["abcdefgh"], "abcdefgh"],
  [["abcdefghi"], "abcd\n[1 bytes left out]\nfghi"],
  [["ab", "cdefg", "hijklmnop"], "abcd\n[8 bytes left out]\nmnop"],
])("%j is kept as %j", (chunks, text) => {
  expect(after(chunks)).toBe(text);
});
