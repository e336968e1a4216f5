import type { Span } from "../../bytes/index.ts";
import type { ConfigItem } from "./config-item.ts";

const pieces = (item: ConfigItem): readonly Span[] => {
  if (item.kind !== "section") return [item.span];
  const { opener, inner, span } = item;
  return [opener.span, ...item.items.flatMap(pieces), { start: inner.end, end: span.end }];
};

/** The bytes that the items stand for, piece by piece: those that were parsed. */
export const printApache = (bytes: Buffer, items: readonly ConfigItem[]): Buffer =>
  Buffer.concat(items.flatMap(pieces).map(({ start, end }) => bytes.subarray(start, end)));
