import type { ConfigItem } from "../syntax/config-item.ts";
import { parseApache } from "../syntax/parse-apache.ts";
import { splitArgs } from "../syntax/split-args.ts";

const definedIn = (bytes: Buffer): readonly string[] => {
  const parsed = parseApache(bytes);
  if (parsed.kind === "malformed") return [];
  const names = (items: readonly ConfigItem[]): readonly string[] =>
    items.flatMap((item) => {
      if (item.kind === "section") return names(item.items);
      if (item.kind !== "directive" || item.name !== "define") return [];
      return splitArgs(parsed.source, item.args)
        .slice(0, 1)
        .map(({ text }) => text);
    });
  return names(parsed.items);
};

/**
 * The defines that hold before the first line is read: what the server reports in the end, without those that a file
 * defines.
 */
export const startDefines = (
  reported: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, Buffer>,
): ReadonlyMap<string, string> => {
  const written = new Set([...files.values()].flatMap(definedIn));
  return new Map([...reported].filter(([name]) => !written.has(name)));
};
