import { matchesPatternList } from "../host-keys/index.ts";
import type { ConfigLine } from "./tokenise.ts";

export type Names = {
  /** As given by the person. */
  readonly original: string;
  /** As it stands after the `HostName` found so far. */
  readonly host: string;
};

/** Nothing when the attribute is one that we do not judge. `Match` knows no capital letters; `Host` does. */
const matchesAttribute = (attribute: string, list: string, { original, host }: Names): boolean | undefined => {
  const patterns = list.toLowerCase().split(",");
  switch (attribute) {
    case "host":
      return matchesPatternList(patterns, host.toLowerCase());
    case "originalhost":
      return matchesPatternList(patterns, original.toLowerCase());
    default:
      return undefined;
  }
};

const matchesAll = (words: readonly string[], names: Names): boolean | undefined => {
  const [written = "", list = "", ...rest] = words;
  if (written === "") return true;
  const attribute = written.replace(/^!/, "").toLowerCase();
  if (attribute === "all") return list === "" ? !written.startsWith("!") : undefined;
  const found = matchesAttribute(attribute, list, names);
  if (found === undefined) return undefined;
  return found === written.startsWith("!") ? false : matchesAll(rest, names);
};

/** Whether a `Host` or `Match` line is about this host; nothing when it asks what we do not know, such as `exec`. */
export const holdsCondition = ({ keyword, words }: ConfigLine, names: Names): boolean | undefined =>
  keyword === "host" ? matchesPatternList(words, names.original) : matchesAll(words, names);
