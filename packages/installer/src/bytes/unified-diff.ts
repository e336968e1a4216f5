import { toReadable, toText } from "./byte-text.ts";
import { diffLines, type LineChange } from "./diff-lines.ts";
import { lineEnd } from "./position.ts";

export type DiffWish = { readonly path: string; readonly before: Uint8Array; readonly after: Uint8Array };

const LF = 0x0a;
const CONTEXT = 3;
const MARKS = { same: " ", removed: "-", added: "+" } as const;
const NO_LINE_END = String.raw`\ no line end at the end of the file`;

/** Lines with their ends, one character a byte. */
const linesOf = (bytes: Uint8Array): readonly string[] => {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start = lineEnd(bytes, start))
    lines.push(Buffer.from(bytes.subarray(start, lineEnd(bytes, start))).toString("latin1"));
  return lines;
};

const print = ({ kind, line }: LineChange): string => {
  const isEnded = line.charCodeAt(line.length - 1) === LF;
  const text = toReadable(toText(Buffer.from(isEnded ? line.slice(0, -1) : line, "latin1")));
  return `${MARKS[kind]}${text}${isEnded ? "" : `\n${NO_LINE_END}`}`;
};

type Stretch = { readonly from: number; readonly to: number };

/** Changed lines with the lines around them; what lies close together is one stretch. */
const stretches = (changes: readonly LineChange[]): readonly Stretch[] => {
  const found: Stretch[] = [];
  for (const [index, { kind }] of changes.entries()) {
    if (kind === "same") continue;
    const next = { from: Math.max(0, index - CONTEXT), to: Math.min(changes.length, index + CONTEXT + 1) };
    const last = found.at(-1);
    if (last && next.from <= last.to) found[found.length - 1] = { from: last.from, to: next.to };
    else found.push(next);
  }
  return found;
};

const count = (changes: readonly LineChange[], without: LineChange["kind"]): number =>
  changes.reduce((sum, { kind }) => sum + (kind === without ? 0 : 1), 0);

const range = (before: number, length: number): string => `${length === 0 ? before : before + 1},${length}`;

const hunks = (changes: readonly LineChange[]): readonly string[] => {
  let [read, old, young] = [0, 0, 0];
  return stretches(changes).map(({ from, to }) => {
    const skipped = from - read;
    [read, old, young] = [to, old + skipped, young + skipped];
    const shown = changes.slice(from, to);
    const [removed, added] = [count(shown, "added"), count(shown, "removed")];
    const head = `@@ -${range(old, removed)} +${range(young, added)} @@`;
    [old, young] = [old + removed, young + added];
    return [head, ...shown.map(print)].join("\n");
  });
};

/** A unified diff for a person to read: empty when nothing changes; control and odd bytes as `\xNN`, a CR as `\x0D`. */
export const unifiedDiff = ({ path, before, after }: DiffWish): string => {
  const found = hunks(diffLines(linesOf(before), linesOf(after)));
  if (found.length === 0) return "";
  const name = toReadable(path);
  return `${[`--- ${name}`, `+++ ${name}`, ...found].join("\n")}\n`;
};
