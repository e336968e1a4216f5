import { fromText } from "../../bytes/byte-text.ts";
import type { Directive } from "../syntax/directive.ts";
import { compileGlob, isGlob } from "./glob.ts";

/** What an include asks for: one file, or all that match a pattern, none being fine. */
export type IncludeTarget =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "pattern"; readonly paths: readonly string[] };

/** The argument of an include; nothing when the directive is none. */
export const includeArgument = ({ name, args, block }: Directive): string | undefined =>
  name.text === "include" && args.length === 1 && !block ? args[0]?.text : undefined;

const byBytes = (one: string, other: string): number => Buffer.compare(fromText(one), fromText(other));

export type IncludeWish = {
  readonly argument: string;
  /** The folder of the main file, with a slash behind: includes are relative to it, wherever they stand. */
  readonly folder: string;
  readonly paths: Iterable<string>;
};

/**
 * Where an include leads among the known paths (`ngx_conf_include`). What a pattern matches is sorted by bytes: nginx
 * never leaves the C locale.
 */
export const includeTarget = ({ argument, folder, paths }: IncludeWish): IncludeTarget => {
  const path = argument.startsWith("/") ? argument : `${folder}${argument}`;
  if (!isGlob(path)) return { kind: "file", path };
  const matches = compileGlob(path);
  return { kind: "pattern", paths: [...paths].filter(matches).toSorted(byBytes) };
};
