import { BYTE, endsWord, isBlank } from "./byte-class.ts";
import type { Block, Directive, Word } from "./directive.ts";
import { isQuote, scanWord, type Source } from "./scan-word.ts";
import { skipLua } from "./skip-lua.ts";
import { type SyntaxProblem, syntaxProblem } from "./syntax-problem.ts";

export type Parsed =
  | { readonly kind: "parsed"; readonly directives: readonly Directive[] }
  | { readonly kind: "malformed"; readonly problem: SyntaxProblem };

/** A block that is open: what opened it, and what it holds so far. */
type Frame = { readonly opener: readonly Word[]; readonly inside: number; readonly directives: Directive[] };

type State = Source & { readonly frames: Frame[]; words: Word[]; at: number };

const isCode = (name: Word | undefined): boolean => name !== undefined && name.text.endsWith("_by_lua_block");

const problemAt = (state: State, kind: SyntaxProblem["kind"], offset: number): SyntaxProblem =>
  syntaxProblem(kind, offset, state.bytes);

const close = (state: State, words: readonly Word[], block: Block | undefined): void => {
  const [name] = words;
  if (!name) return;
  const span = { start: name.start, end: state.at };
  state.frames.at(-1)?.directives.push({ name, args: words.slice(1), span, block });
};

const endDirective = (state: State): SyntaxProblem | undefined => {
  if (state.words.length === 0) return problemAt(state, "unexpected-byte", state.at);
  state.at += 1;
  close(state, state.words, undefined);
  state.words = [];
  return undefined;
};

const openBlock = (state: State): SyntaxProblem | undefined => {
  const { words: opener, at } = state;
  if (opener.length === 0) return problemAt(state, "unexpected-byte", at);
  state.words = [];
  state.at = at + 1;
  if (!isCode(opener[0])) {
    state.frames.push({ opener, inside: at + 1, directives: [] });
    return undefined;
  }
  const end = skipLua(state.bytes, at + 1);
  if (end === undefined) return problemAt(state, "unclosed-code", at);
  state.at = end + 1;
  close(state, opener, { kind: "code", inner: { start: at + 1, end } });
  return undefined;
};

const closeBlock = (state: State): SyntaxProblem | undefined => {
  const { at, frames } = state;
  if (state.words.length > 0) return problemAt(state, "unexpected-byte", at);
  if (frames.length === 1) return problemAt(state, "nothing-to-close", at);
  const frame = frames.pop();
  state.at = at + 1;
  const inner = { start: frame?.inside ?? at, end: at };
  close(state, frame?.opener ?? [], { kind: "directives", inner, directives: frame?.directives ?? [] });
  return undefined;
};

/** Behind a closing quote only a blank, `;`, `{` or `)` may stand. */
const mayFollowQuote = (byte: number | undefined): boolean =>
  byte === undefined || endsWord(byte) || byte === BYTE.closeParenthesis;

const takeWord = (state: State): SyntaxProblem | undefined => {
  const word = scanWord(state, state.at);
  if (!word) return problemAt(state, "unclosed-quote", state.at);
  if (isQuote(state.bytes[word.start]) && !mayFollowQuote(state.bytes[word.end]))
    return problemAt(state, "unexpected-byte", word.end);
  state.words.push(word);
  state.at = word.end;
  return undefined;
};

const skipBlanks = (state: State): void => {
  const { bytes } = state;
  let at = state.at + 1;
  while (isBlank(bytes[at])) at += 1;
  state.at = at;
};

const skipComment = (state: State): void => {
  const lineFeed = state.bytes.indexOf(BYTE.lineFeed, state.at);
  state.at = lineFeed === -1 ? state.bytes.length : lineFeed;
};

const step = (state: State): SyntaxProblem | undefined => {
  const byte = state.bytes[state.at];
  if (byte === BYTE.semicolon) return endDirective(state);
  if (byte === BYTE.openBrace) return openBlock(state);
  if (byte === BYTE.closeBrace) return closeBlock(state);
  if (byte !== BYTE.hash && !isBlank(byte)) return takeWord(state);
  (byte === BYTE.hash ? skipComment : skipBlanks)(state);
  return undefined;
};

const atEnd = (state: State): SyntaxProblem | undefined => {
  const [word] = state.words;
  if (word) return problemAt(state, "unclosed-directive", word.start);
  const open = state.frames.length > 1 ? state.frames.at(-1)?.opener[0] : undefined;
  return open && problemAt(state, "unclosed-block", open.start);
};

/**
 * The directives of one file, with the places of their bytes; comments and blanks are what lies between them. Reads as
 * nginx does (`ngx_conf_read_token`), whatever the bytes mean: directives are not looked up, and a file has to close
 * the blocks it opens. Depth costs no stack.
 */
export const parseNginx = (bytes: Buffer): Parsed => {
  const root: Frame = { opener: [], inside: 0, directives: [] };
  const state: State = { bytes, characters: bytes.toString("latin1"), frames: [root], words: [], at: 0 };
  while (state.at < bytes.length) {
    const problem = step(state);
    if (problem) return { kind: "malformed", problem };
  }
  const problem = atEnd(state);
  return problem ? { kind: "malformed", problem } : { kind: "parsed", directives: root.directives };
};
