import type { ByteEdit } from "../../bytes/byte-edit.ts";
import { fromText } from "../../bytes/byte-text.ts";
import { beginsLine, indentAt, lineEndAt } from "../../bytes/line-style.ts";
import { lineEnd } from "../../bytes/position.ts";
import { placeAt } from "../../bytes/span.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { BYTE, isBlank } from "../syntax/byte-class.ts";
import type { Directive } from "../syntax/directive.ts";
import { ownDirectives } from "./own-block.ts";
import type { TreeEdit } from "./tree-edit.ts";

/** One step deeper, in lines that are to be inserted; written as the neighbours do. */
const STEP = "    ";

/** Whether nothing but blanks and a comment follows in the line. */
export const endsLine = (bytes: Buffer, offset: number): boolean => {
  const end = lineEnd(bytes, offset);
  let at = offset;
  while (at < end && isBlank(bytes[at])) at += 1;
  return at === end || bytes[at] === BYTE.hash;
};

export type Indent = { readonly indent: string; readonly step: string };

/** As the first directive in the block that begins a line, or else one step deeper than the block. */
export const indentWithin = (server: NginxServer): Indent => {
  const { file, directive } = server.placed;
  const { bytes } = file;
  const outside = indentAt(bytes, directive.span.start);
  const first = ownDirectives(server).find(({ span }) => beginsLine(bytes, span.start));
  const indent = first ? indentAt(bytes, first.span.start) : `${outside}${STEP}`;
  const isDeeper = indent.length > outside.length && indent.startsWith(outside);
  return { indent, step: isDeeper ? indent.slice(outside.length) : STEP };
};

/** Lines with their indentation and ends; an empty line gets none. */
export const indented = (lines: readonly string[], { indent, step }: Indent, ending: string): string =>
  lines
    .map((line) => {
      const [inner = ""] = /^(?: {4})*/.exec(line) ?? [];
      const text = line.slice(inner.length);
      return text === "" ? ending : `${indent}${step.repeat(inner.length / STEP.length)}${text}${ending}`;
    })
    .join("");

type Place = { readonly bytes: Buffer; readonly offset: number; readonly indent: Indent };

/** A comment would take the rest of the line with it. */
const inOneLine = (lines: readonly string[]): string =>
  lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ` ${line}`)
    .join("");

const insertBehind = ({ bytes, offset, indent }: Place, lines: readonly string[]): ByteEdit => {
  if (!endsLine(bytes, offset)) return { at: placeAt(offset), bytes: fromText(inOneLine(lines)) };
  const ending = lineEndAt(bytes, offset);
  return { at: placeAt(lineEnd(bytes, offset)), bytes: fromText(indented(lines, indent, ending)) };
};

/**
 * Puts lines into the block of a server: behind one of its directives, or at its beginning. They are indented and ended
 * as their neighbours; where the neighbour shares its line with others, they go into that line.
 */
export const insertLines = (server: NginxServer, behind: Directive | undefined, lines: readonly string[]): TreeEdit => {
  const { file, directive } = server.placed;
  const { bytes } = file;
  const offset = behind?.span.end ?? directive.block?.inner.start ?? directive.span.end;
  const { indent, step } = indentWithin(server);
  const isOwnLine = behind !== undefined && beginsLine(bytes, behind.span.start);
  const place = { indent: isOwnLine ? indentAt(bytes, behind.span.start) : indent, step };
  return { file, edit: insertBehind({ bytes, offset, indent: place }, lines) };
};
