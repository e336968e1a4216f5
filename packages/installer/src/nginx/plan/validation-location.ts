import { fromText } from "../../bytes/byte-text.ts";
import { lineEndAt } from "../../bytes/line-style.ts";
import { lineEnd, lineStart } from "../../bytes/position.ts";
import { placeAt, type Span } from "../../bytes/span.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { panelMark } from "../servers/panel-mark.ts";
import { childrenOf } from "../tree/expand.ts";
import type { NginxTree, Placed } from "../tree/nginx-tree.ts";
import { endsLine, indented, indentWithin } from "./insert-lines.ts";
import { nginxWord } from "./nginx-word.ts";
import type { PlanRefusal } from "./plan-refusal.ts";
import { type FileChange, fileChanges } from "./tree-edit.ts";

/** Below which an authority looks for its file: BR §3.2.2.4.18, or RFC 8555 §8.3. */
export type ValidationFolder = "pki-validation" | "acme-challenge";

export type LocationWish = {
  readonly tree: NginxTree;
  readonly target: NginxServer;
  readonly folder: ValidationFolder;
  /** The folder on the host in which the files will lie. */
  readonly files: string;
};

export type LocationPlan =
  | { readonly kind: "planned"; readonly changes: readonly FileChange[] }
  | { readonly kind: "refused"; readonly because: PlanRefusal };

const BEGIN = "# hostseal domain validation: begin";
/** The block had something in the line of its brace, which was given a line of its own. */
const BEGIN_WITHIN_LINE = `${BEGIN} within a line`;
const END = "# hostseal domain validation: end";

/** Directives that would answer, or ask for a password, before a location has its say. */
const REWRITES = ["return", "rewrite", "if", "break"];
const OVERRIDES = [
  { names: ["allow", "deny"], line: "allow all;" },
  { names: ["auth_basic"], line: "auth_basic off;" },
  { names: ["auth_request"], line: "auth_request off;" },
];

const pathOf = (folder: ValidationFolder): string => `/.well-known/${folder}/`;

const linesFor = ({ target: { levels }, folder, files }: LocationWish, begin: string): readonly string[] => {
  const path = pathOf(folder);
  const isThere = (name: string): boolean => levels.server.has(name) || levels.http.has(name);
  const pass = REWRITES.some((name) => levels.server.has(name))
    ? [`if ($uri ~ "^${path.replaceAll(".", String.raw`\.`)}") {`, "    break;", "}"]
    : [];
  const overrides = OVERRIDES.filter(({ names }) => names.some(isThere)).map(({ line }) => `    ${line}`);
  const alias = `    alias ${nginxWord(files.endsWith("/") ? files : `${files}/`)};`;
  return [begin, ...pass, `location ^~ ${path} {`, alias, "    default_type text/plain;", ...overrides, "}", END];
};

/** A prefix location of the same path: nginx takes no second one. */
const sameLocation = ({ tree, target, folder }: LocationWish): Placed | undefined =>
  [...childrenOf(tree, target.placed)].find(({ directive: { name, args } }) => {
    const words = args.map(({ text }) => text);
    const isPrefix = words.length === 1 || (words.length === 2 && words[0] === "^~");
    return name.text === "location" && isPrefix && words.at(-1) === pathOf(folder);
  });

const refuse = (because: PlanRefusal): LocationPlan => ({ kind: "refused", because });

const insertion = (wish: LocationWish): FileChange => {
  const { file, directive } = wish.target.placed;
  const { bytes } = file;
  const inside = directive.block?.inner.start ?? directive.span.end;
  const ending = lineEndAt(bytes, inside);
  const isLineEnd = endsLine(bytes, inside);
  const lines = linesFor(wish, isLineEnd ? BEGIN : BEGIN_WITHIN_LINE);
  const text = indented(lines, indentWithin(wish.target), ending);
  const edit = isLineEnd
    ? { at: placeAt(lineEnd(bytes, inside)), bytes: fromText(text) }
    : { at: placeAt(inside), bytes: fromText(`${ending}${text}`) };
  return fileChanges([{ file, edit }])[0] ?? { path: file.path, edits: [], before: bytes, after: bytes };
};

/**
 * Lets a server answer for the files of a validation, past its rewrites, passwords and address lists, and changes
 * nothing else of it. `planLocationRemoval` takes it away again, byte for byte.
 */
export const planValidationLocation = (wish: LocationWish): LocationPlan => {
  const { file } = wish.target.placed;
  const mark = panelMark(file);
  if (mark?.kind === "panel") return refuse({ kind: "panel-managed", path: file.path, panel: mark.title });
  const same = sameLocation(wish);
  if (same) return refuse({ kind: "location-exists", placed: same, path: pathOf(wish.folder) });
  return { kind: "planned", changes: [insertion(wish)] };
};

/** What stands between the marks and names a folder, whole lines, and the line end that was put before them. */
const markedSpans = (bytes: Buffer, folder: string): readonly Span[] => {
  const found: Span[] = [];
  for (let begin = bytes.indexOf(BEGIN); begin !== -1; begin = bytes.indexOf(BEGIN, begin + 1)) {
    const end = bytes.indexOf(END, begin);
    if (end === -1) break;
    if (!bytes.subarray(begin, end).includes(fromText(folder))) continue;
    const isWithinLine = bytes.indexOf(BEGIN_WITHIN_LINE, begin) === begin;
    const start = lineStart(bytes, begin) - (isWithinLine ? lineEndAt(bytes, begin).length : 0);
    found.push({ start, end: lineEnd(bytes, end) });
  }
  return found;
};

/**
 * What `planValidationLocation` put into the configuration for files in a folder, or in any, wherever it stands now; no
 * change when nothing is left of it.
 */
export const planLocationRemoval = ({ files }: NginxTree, folder = ""): readonly FileChange[] => {
  const distinct = new Map([...files.values()].map((file) => [file.identity, file]));
  return fileChanges(
    [...distinct.values()].flatMap((file) =>
      markedSpans(file.bytes, folder).map((at) => ({ file, edit: { at, bytes: Buffer.alloc(0) } })),
    ),
  );
};
