import type { Span } from "../../bytes/index.ts";
import type { ConfigItem, Directive } from "./config-item.ts";
import {
  behindBlanks,
  behindContinuation,
  isBlank,
  type LogicalLine,
  logicalLine,
  type Source,
  toSource,
} from "./logical-line.ts";
import { rawText } from "./split-args.ts";
import { type SyntaxProblem, syntaxProblem, type SyntaxTrouble } from "./syntax-problem.ts";

export type Parsed =
  | { readonly kind: "parsed"; readonly source: Source; readonly items: readonly ConfigItem[] }
  | { readonly kind: "malformed"; readonly problem: SyntaxProblem };

/** A section that is open: what opened it, and what it holds so far. */
type Frame = { readonly opener: Directive | undefined; readonly items: ConfigItem[] };

type State = { readonly source: Source; readonly frames: Frame[]; at: number; line: number };

/** Far deeper than anybody nests, and shallow enough to walk. */
const DEEPEST = 100;
const [HASH, LESS, SLASH] = [0x23, 0x3c, 0x2f];
const MARK = [0xef, 0xbb, 0xbf];

const nameEnd = ({ bytes, characters }: Source, { start, end }: Span): number => {
  const quote = bytes[start] === 0x22 || bytes[start] === 0x27 ? characters[start] : undefined;
  if (quote !== undefined) {
    const close = characters.indexOf(quote, start + 1);
    return close === -1 || close >= end ? end : close + 1;
  }
  let at = start;
  while (at < end && !isBlank(bytes[at])) at = behindContinuation(bytes, at) ?? at + 1;
  return Math.min(at, end);
};

const PLAIN = /^[\w-]+$/;

const nameIn = (source: Source, span: Span): string => {
  const written = source.characters.slice(span.start, span.end);
  if (PLAIN.test(written)) return written.toLowerCase();
  return rawText(source, span)
    .replaceAll(/^["']|["']$/g, "")
    .toLowerCase();
};

const readDirective = (state: State, { span, text }: LogicalLine): Directive => {
  const { source, line } = state;
  const behind = nameEnd(source, text);
  const first = behindBlanks(source.bytes, behind, text.end);
  return {
    span,
    line,
    name: nameIn(source, { start: text.start, end: behind }),
    args: { start: first, end: text.end },
  };
};

/** Everything up to the last `>` of the line is the section's; without one the server would not start. */
const readOpener = (state: State, { span, text }: LogicalLine): Directive => {
  const bracket = state.source.characters.lastIndexOf(">", text.end - 1);
  const end = bracket > text.start ? bracket : text.end;
  return readDirective(state, { span, text: { start: text.start + 1, end }, lines: 0 });
};

const openSection = (state: State, line: LogicalLine): SyntaxTrouble | undefined => {
  const opener = readOpener(state, line);
  if (state.frames.length > DEEPEST) return { kind: "too-deep", offset: line.text.start, found: opener.name };
  state.frames.push({ opener, items: [] });
  return undefined;
};

const CLOSER = /^<\/([^\s>]*)/;

const closeSection = (state: State, { span, text }: LogicalLine): SyntaxTrouble | undefined => {
  const found = CLOSER.exec(rawText(state.source, text))?.[1] ?? "";
  const frame = state.frames.at(-1);
  if (!frame?.opener) return { kind: "nothing-to-close", offset: text.start, found };
  const { opener, items } = frame;
  if (opener.name !== found.toLowerCase()) return { kind: "other-section-open", offset: text.start, found };
  state.frames.pop();
  const inner = { start: opener.span.end, end: span.start };
  const section = { kind: "section", span: { start: opener.span.start, end: span.end }, opener, inner, items } as const;
  state.frames.at(-1)?.items.push(section);
  return undefined;
};

const takeLine = (state: State): SyntaxTrouble | undefined => {
  const { bytes } = state.source;
  const line = logicalLine(state.source, state.at);
  state.at = line.span.end;
  state.line += line.lines;
  const { start, end } = line.text;
  if (start < end && bytes[start] === LESS)
    return bytes[start + 1] === SLASH ? closeSection(state, line) : openSection(state, line);
  const items = state.frames.at(-1)?.items;
  if (start === end) items?.push({ kind: "blank", span: line.span });
  else if (bytes[start] === HASH) items?.push({ kind: "comment", span: line.span });
  else items?.push({ kind: "directive", ...readDirective(state, line) });
  return undefined;
};

const hasMark = (bytes: Buffer): boolean => MARK.every((byte, index) => bytes[index] === byte);

const readAll = (state: State): SyntaxTrouble | undefined => {
  const { bytes } = state.source;
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { kind: "nul-byte", offset: nul, found: "" };
  while (state.at < bytes.length) {
    const trouble = takeLine(state);
    if (trouble) return trouble;
  }
  const open = state.frames.at(-1)?.opener;
  return open && { kind: "unclosed-section", offset: open.span.start, found: open.name };
};

/**
 * One file as a tree whose items tile its bytes. Reads lines as the server does, whatever they mean: directives are not
 * looked up, arguments are split only when somebody asks. A byte order mark is kept and skipped.
 */
export const parseApache = (bytes: Buffer): Parsed => {
  const root: Frame = { opener: undefined, items: [] };
  const state: State = { source: toSource(bytes), frames: [root], at: 0, line: 0 };
  if (hasMark(bytes)) {
    root.items.push({ kind: "blank", span: { start: 0, end: MARK.length } });
    state.at = MARK.length;
  }
  const trouble = readAll(state);
  if (trouble) return { kind: "malformed", problem: syntaxProblem(trouble, bytes) };
  return { kind: "parsed", source: state.source, items: root.items };
};
