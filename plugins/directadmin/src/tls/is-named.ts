import { covers, parseDomainName } from "@hostseal/rules";

/** Whether a name is among those of a certificate, by itself or by a wildcard; texts that are no names count for nothing. */
export const isNamed = (patterns: readonly string[], name: string): boolean => {
  const wanted = parseDomainName(name);
  if (wanted.kind === "refused") return false;
  return patterns.some((text) => {
    const pattern = parseDomainName(text);
    return pattern.kind === "name" && covers(pattern.name, wanted.name);
  });
};
