import { fromText, indentAt, lineEndAt, placeAt } from "../../bytes/index.ts";
import type { Active } from "../tree/active.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import type { TreeEdit } from "./tree-edit.ts";

const STEP = "    ";

/** As the first directive or section in the block, or else one step deeper than the block. */
export const indentWithin = ({ own }: VirtualHost): string => {
  const { section, file } = own;
  const first = section.items.find((item) => item.kind === "directive" || item.kind === "section");
  const { bytes } = file.source;
  return first ? indentAt(bytes, first.span.start) : `${indentAt(bytes, section.span.start)}${STEP}`;
};

type Place = { readonly host: VirtualHost; readonly offset: number };

const insertAt = ({ host, offset }: Place, lines: readonly string[]): TreeEdit => {
  const { file, section } = host.own;
  const ending = lineEndAt(file.source.bytes, section.span.start);
  const indent = indentWithin(host);
  const text = lines.map((line) => `${line === "" ? "" : indent}${line}${ending}`).join("");
  return { file, edit: { at: placeAt(offset), bytes: fromText(text) } };
};

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
