import { matchesPattern } from "../regex/match-pattern.ts";
import type { Entry, NameIndex, PlainEntry } from "./name-index.ts";

/** What the names of an address set say about one name. */
export type Found =
  | { readonly kind: "found"; readonly entry: Entry }
  | { readonly kind: "none" }
  /** This regular expression comes before any that matches, and we cannot evaluate it. */
  | { readonly kind: "unclear"; readonly entry: Entry };

const parentsOf = (name: string): readonly string[] => {
  const labels = name.split(".");
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join("."));
};

const beginningsOf = (name: string): readonly string[] => {
  const labels = name.split(".");
  return labels.slice(1).map((_, index) => labels.slice(0, labels.length - 1 - index).join("."));
};

const firstOf = (map: ReadonlyMap<string, PlainEntry>, names: readonly string[]): PlainEntry | undefined => {
  const name = names.find((candidate) => map.has(candidate));
  return name === undefined ? undefined : map.get(name);
};

const headFor = ({ heads }: NameIndex, name: string): PlainEntry | undefined => {
  const own = heads.get(name);
  return own?.name.kind === "at-or-below" ? own : firstOf(heads, parentsOf(name));
};

const regexFor = ({ regexes }: NameIndex, name: string): Found => {
  for (const entry of regexes) {
    const verdict = entry.name.pattern && matchesPattern(entry.name.pattern, name);
    if (verdict === undefined) return { kind: "unclear", entry };
    if (verdict) return { kind: "found", entry };
  }
  return { kind: "none" };
};

/**
 * The name nginx finds for a lower-cased host name: the exact one, or else the longest `*.example.com`, or else the
 * longest `www.example.*`, or else the first regular expression that matches (`ngx_http_find_virtual_server`).
 */
export const findEntry = (index: NameIndex, name: string): Found => {
  const entry = index.exact.get(name) ?? headFor(index, name) ?? firstOf(index.tails, beginningsOf(name));
  return entry ? { kind: "found", entry } : regexFor(index, name);
};
