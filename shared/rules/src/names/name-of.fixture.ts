import type { DomainName } from "./domain-name.ts";
import { parseDomainName } from "./parse-domain-name.ts";

/** A name for a test; throws where the text is none. */
export function nameOf(text: string): DomainName {
  const parsed = parseDomainName(text);
  if (parsed.kind === "refused") throw new TypeError(`${text}: ${parsed.code}`);
  return parsed.name;
}
