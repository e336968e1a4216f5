import type { Section } from "../syntax/config-item.ts";
import { logicalLine, type Source } from "../syntax/logical-line.ts";
import { rawText, splitArgs } from "../syntax/split-args.ts";

/** A `<Macro name $one $two>`: what stands in it is read anew at every `Use`. */
export type Macro = {
  readonly name: string;
  readonly params: readonly string[];
  readonly body: readonly string[];
  readonly path: string;
  readonly line: number;
};

/** Comments are no lines of a macro: the server does not count them. */
const bodyLines = (source: Source, { inner }: Section): readonly string[] => {
  const lines: string[] = [];
  for (let at = inner.start; at < inner.end;) {
    const { span, text } = logicalLine(source, at);
    const line = rawText(source, text);
    if (!line.startsWith("#")) lines.push(line);
    at = span.end;
  }
  return lines;
};

/** Reads a macro's definition; nothing without a name. */
export const toMacro = (source: Source, section: Section, path: string): Macro | undefined => {
  const [name, ...params] = splitArgs(source, section.opener.args).map(({ text }) => text);
  if (name === undefined) return undefined;
  return { name: name.toLowerCase(), params, body: bodyLines(source, section), path, line: section.opener.line };
};

const escaped = (text: string): string => text.replaceAll(/\W/g, String.raw`\$&`);

/** The body with its parameters put in, where two could stand the longer one (`substitute_macro_args` in mod_macro.c). */
export const expandMacro = ({ params, body }: Macro, args: readonly string[]): string => {
  const text = body.map((line) => `${line}\n`).join("");
  const longestFirst = params.toSorted((one, other) => other.length - one.length).filter((param) => param !== "");
  if (longestFirst.length === 0) return text;
  const values = new Map(params.map((param, index) => [param, args[index] ?? ""]));
  const any = new RegExp(longestFirst.map(escaped).join("|"), "g");
  return text.replaceAll(any, (param) => values.get(param) ?? param);
};

/** How the server calls the place of something a macro made. */
export const macroPath = (
  { name, path, line }: Macro,
  usedAt: { readonly path: string; readonly line: number },
): string => `macro '${name}' (defined on line ${line} of "${path}") used on line ${usedAt.line} of "${usedAt.path}"`;
