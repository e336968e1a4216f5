import { fromText } from "../../bytes/byte-text.ts";
import type { TreeEdit } from "./tree-edit.ts";
import type { Placed } from "../tree/nginx-tree.ts";

const PLAIN = /^[^\s;{}"'\\#$]+$/;

/** A word as it is written into a configuration, in quotes when it has to be. There is no way to write a `$` that is none. */
export const nginxWord = (text: string): string => {
  if (text.includes("$")) throw new TypeError(`nginx would read a variable in ${text}`);
  return PLAIN.test(text) ? text : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
};

/** Puts another word in the place of the first argument of a directive. */
export const changeArgument = ({ file, directive }: Placed, text: string): TreeEdit | undefined => {
  const [argument] = directive.args;
  if (!argument || argument.text === text) return undefined;
  return { file, edit: { at: { start: argument.start, end: argument.end }, bytes: fromText(nginxWord(text)) } };
};
