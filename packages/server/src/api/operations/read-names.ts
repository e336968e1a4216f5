import { failure, nameRefusals } from "@hostseal/core";
import { type DomainName, parseDomainName } from "@hostseal/rules";

/** A name as it was sent. Fails with `input.name`. */
export const readName = (input: string): DomainName => {
  const parsed = parseDomainName(input);
  if (parsed.kind === "name") return parsed.name;
  throw failure("input.name", { input, because: nameRefusals[parsed.code] });
};

/** Names as they were sent. Fails with `input.name` at the first that cannot be in a certificate. */
export const readNames = (texts: readonly string[]): readonly DomainName[] => texts.map(readName);
