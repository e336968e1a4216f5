import { failure, nameRefusals } from "@hostseal/core";
import { parseDomainName } from "@hostseal/rules";
import type { DomainName } from "@hostseal/rules";

/** One name as it was typed. Fails with `input.name`, which says what was probably meant. */
export const readName = (text: string): DomainName => {
  const parsed = parseDomainName(text);
  if (parsed.kind === "name") return parsed.name;
  const meant = parsed.suggestion === undefined ? "" : `; ${parsed.suggestion} would be one`;
  throw failure("input.name", { input: text.slice(0, 300), because: `${nameRefusals[parsed.code]}${meant}` });
};

/** Names as they were typed, each once. */
export const readNames = (texts: readonly string[]): readonly DomainName[] => [...new Set(texts.map(readName))];
