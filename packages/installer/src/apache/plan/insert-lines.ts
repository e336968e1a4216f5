import { fromText, indentAt, lineEndAt, placeAt } from "../../bytes/index.ts";
import type { Active } from "../tree/active.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import type { TreeEdit } from "./tree-edit.ts";

const STEP = "    ";

/** As the first directive or section in the block, or else one step deeper than the block. */
const indentWithin = ({ own }: VirtualHost): string => {
  const { section, file } = own;
  const first = section.items.find((item) => item.kind === "directive" || item.kind === "section");
  const { bytes } = file.source;
  return first ? indentAt(bytes, first.span.start) : `${indentAt(bytes, section.span.start)}${STEP}`;
};

/** Lines as they are written in a block: four blanks at their beginning stand for one step of its indentation. */
export const indented = (host: VirtualHost, lines: readonly string[]): string => {
  const { file, section } = host.own;
  const { bytes } = file.source;
  const indent = indentWithin(host);
  const step = indent.slice(indentAt(bytes, section.span.start).length) || STEP;
  const ending = lineEndAt(bytes, section.span.start);
  return lines.map((line) => `${line === "" ? "" : indent}${line.replace(/^ {4}/, step)}${ending}`).join("");
};

type Place = { readonly host: VirtualHost; readonly offset: number };

const insertAt = ({ host, offset }: Place, lines: readonly string[]): TreeEdit => ({
  file: host.own.file,
  edit: { at: placeAt(offset), bytes: fromText(indented(host, lines)) },
});

/** Puts lines at the beginning of a virtual host, indented and ended as their neighbours. */
export const insertFirst = (host: VirtualHost, lines: readonly string[]): TreeEdit =>
  insertAt({ host, offset: host.own.section.inner.start }, lines);

/** Puts lines at the end of a virtual host, where they come after all that it includes. */
export const insertLast = (host: VirtualHost, lines: readonly string[]): TreeEdit =>
  insertAt({ host, offset: host.own.section.inner.end }, lines);

/** Puts a line behind a directive, indented and ended as that is; the last line of a file gets an end before. */
export const insertBehind = ({ file, directive }: Active, line: string): TreeEdit => {
  const { bytes } = file.source;
  const { start, end } = directive.span;
  const ending = lineEndAt(bytes, start);
  const isEnded = bytes[end - 1] === 0x0a;
  const text = `${isEnded ? "" : ending}${indentAt(bytes, start)}${line}${isEnded ? ending : ""}`;
  return { file, edit: { at: placeAt(end), bytes: fromText(text) } };
};
