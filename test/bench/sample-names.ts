import type { DomainName } from "@hostseal/rules";
import { parseDomainName } from "@hostseal/rules";

/** A text as a name; the benchmarks know that theirs are good. */
export const nameOf = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind !== "name") throw new TypeError(`${text} is not a name`);
  return parsed.name;
};
