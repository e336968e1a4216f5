import { posix } from "node:path";
import { fromText } from "../../bytes/index.ts";
import type { ConfigItem, Directive, Section, Word } from "../syntax/config-item.ts";
import { parseApache, type Parsed } from "../syntax/parse-apache.ts";
import { rawText, splitArgs } from "../syntax/split-args.ts";
import type { Active, Enclosure, Included, ReadFile } from "./active.ts";
import { decideCondition, isCondition } from "./condition.ts";
import type { ApacheSource } from "./config-source.ts";
import { expandMacro, type Macro, macroPath, toMacro } from "./expand-macro.ts";
import { expandVariables } from "./expand-variables.ts";
import { findIncluded, type Folders, foldersOf } from "./find-included.ts";
import { includeLoop, macroLoop, malformedFile, missingFile, unknownMacro, type WalkProblem } from "./walk-problem.ts";

/** Everything the server acts upon, in the order in which it reads it. */
export type Walked =
  | {
      readonly kind: "walked";
      readonly actives: readonly Active[];
      /** Sections that are no condition and no macro, at their opening line, in the order of reading. */
      readonly sections: readonly Enclosed[];
      readonly included: readonly Included[];
    }
  | { readonly kind: "unfollowed"; readonly problem: WalkProblem };

/** A section with those around it. */
export type Enclosed = { readonly own: Enclosure; readonly around: readonly Enclosure[] };

type State = {
  readonly from: ApacheSource;
  readonly folders: Folders;
  readonly parsed: Map<string, Parsed>;
  readonly modules: Set<string>;
  readonly defines: Map<string, string>;
  readonly macros: Map<string, Macro>;
  readonly actives: Active[];
  readonly sections: Enclosed[];
  readonly included: Included[];
  serverRoot: string;
  problem: WalkProblem | undefined;
};

/** Where the walk is: in which file, how deep, and in which sections. */
type Place = { readonly file: ReadFile; readonly depth: number; readonly around: readonly Enclosure[] };

/** As many files may include each other; the server's own limit is of this size (AP_MAX_INCLUDE_DEPTH). */
const DEEPEST = 128;

type Args = { readonly words: readonly Word[]; readonly hasVariables: boolean };

const argsOf = (state: State, { file }: Place, directive: Directive): Args => {
  const words = splitArgs(file.source, directive.args);
  if (!words.some(({ text }) => text.includes("${"))) return { words, hasVariables: false };
  const sources = [state.defines, state.from.environment];
  const expanded = words.map((word) => ({ ...word, text: expandVariables(word.text, sources).text }));
  return { words: expanded, hasVariables: true };
};

const readFile = (state: State, path: string, at: Place | undefined): void => {
  const bytes = state.from.files.get(path);
  if (!bytes) {
    state.problem = missingFile(path);
    return;
  }
  const parsed = state.parsed.get(path) ?? parseApache(bytes);
  state.parsed.set(path, parsed);
  if (parsed.kind === "malformed") {
    state.problem = malformedFile(path, parsed.problem);
    return;
  }
  const file = { path, target: state.from.links.get(path) ?? path, source: parsed.source };
  walkItems(state, parsed.items, { file, depth: at ? at.depth + 1 : 0, around: at?.around ?? [] });
};

const include = (state: State, place: Place, directive: Directive): void => {
  const { words } = argsOf(state, place, directive);
  const { folders, serverRoot } = state;
  for (const path of words.flatMap(({ text }) => findIncluded(text, serverRoot, folders))) {
    const isOptional = directive.name === "includeoptional";
    if (state.problem || (isOptional && !state.from.files.has(path))) continue;
    if (place.depth >= DEEPEST) {
      state.problem = includeLoop(path);
      continue;
    }
    state.included.push({ path, depth: place.depth + 1, line: directive.line });
    readFile(state, path, place);
  }
};

const useMacro = (state: State, place: Place, directive: Directive): void => {
  const [name = "", ...args] = splitArgs(place.file.source, directive.args).map(({ text }) => text);
  const macro = state.macros.get(name.toLowerCase());
  const { path } = place.file;
  if (!macro) state.problem = unknownMacro(path, name);
  else if (place.depth >= DEEPEST) state.problem = macroLoop(path, name);
  if (!macro || state.problem) return;
  const made = macroPath(macro, { path, line: directive.line });
  const parsed = parseApache(fromText(expandMacro(macro, args)));
  if (parsed.kind === "malformed") {
    state.problem = malformedFile(made, parsed.problem);
    return;
  }
  const file = { path: made, target: undefined, source: parsed.source };
  walkItems(state, parsed.items, { file, depth: place.depth + 1, around: place.around });
};

/** The directives that change how the rest is read. */
const READ_AT_ONCE: Readonly<Record<string, (state: State, place: Place, directive: Directive) => void>> = {
  include,
  includeoptional: include,
  use: useMacro,
  define: (state, place, directive) => {
    const [name, value] = argsOf(state, place, directive).words;
    if (name) state.defines.set(name.text, value?.text ?? "");
  },
  undefine: (state, place, directive) => {
    const [name] = argsOf(state, place, directive).words;
    if (name) state.defines.delete(name.text);
  },
  undefmacro: (state, place, directive) => {
    const [name] = argsOf(state, place, directive).words;
    if (name) state.macros.delete(name.text.toLowerCase());
  },
  loadmodule: (state, place, directive) => {
    const [name] = argsOf(state, place, directive).words;
    if (name) state.modules.add(name.text);
  },
  serverroot: (state, place, directive) => {
    const [root] = argsOf(state, place, directive).words;
    if (root) state.serverRoot = root.text;
  },
};

const walkDirective = (state: State, directive: Directive, place: Place): void => {
  const { words: args, hasVariables } = argsOf(state, place, directive);
  const { file, around: enclosures } = place;
  state.actives.push({ directive, file, args, hasVariables, enclosures });
  if (Object.hasOwn(READ_AT_ONCE, directive.name)) READ_AT_ONCE[directive.name]?.(state, place, directive);
};

const verdictOf = (state: State, section: Section, { file }: Place) => {
  const { version, files, environment } = state.from;
  const { defines, modules, serverRoot } = state;
  const text = expandVariables(rawText(file.source, section.opener.args), [defines, environment]).text;
  const hasFile = (path: string): boolean => files.has(posix.resolve(serverRoot, path));
  return decideCondition(section.opener.name, text, { version, modules, defines, hasFile });
};

const walkSection = (state: State, section: Section, place: Place): void => {
  const { file, around } = place;
  if (section.opener.name === "macro") {
    const macro = toMacro(file.source, section, file.path);
    if (macro) state.macros.set(macro.name, macro);
    return;
  }
  const verdict = isCondition(section.opener.name) ? verdictOf(state, section, place) : undefined;
  if (verdict === "fails") return;
  const own: Enclosure = { section, file, args: argsOf(state, place, section.opener).words, verdict };
  if (verdict === undefined) state.sections.push({ own, around });
  walkItems(state, section.items, { ...place, around: [...around, own] });
};

function walkItems(state: State, items: readonly ConfigItem[], place: Place): void {
  for (const item of items) {
    if (state.problem) return;
    if (item.kind === "directive") walkDirective(state, item, place);
    if (item.kind === "section") walkSection(state, item, place);
  }
}

/** Modules count from their LoadModule on; those that no file loads are in the server itself. */
const newState = (from: ApacheSource): State => ({
  from,
  folders: foldersOf(from.files.keys()),
  parsed: new Map(),
  modules: new Set(from.modules.filter(({ isStatic }) => isStatic).map(({ name }) => name)),
  defines: new Map(from.defines),
  macros: new Map(),
  actives: [],
  sections: [],
  included: [{ path: from.configFile, depth: 0, line: undefined }],
  serverRoot: from.serverRoot,
  problem: undefined,
});

/**
 * Reads a configuration as the server does: includes, variables, conditions and macros are followed in the order of
 * their lines (`ap_build_config` in server/config.c).
 */
export const walkConfig = (from: ApacheSource): Walked => {
  const state = newState(from);
  readFile(state, from.configFile, undefined);
  const { problem, actives, sections, included } = state;
  return problem ? { kind: "unfollowed", problem } : { kind: "walked", actives, sections, included };
};
