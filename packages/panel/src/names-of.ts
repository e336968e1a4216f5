import type { Site } from "@hostseal/core";
import { covers, type DomainName, parseDomainName } from "@hostseal/rules";

/** The names of a site as a certificate carries them, each once; what no certificate can carry is left out. */
export const toNames = (texts: readonly string[]): readonly DomainName[] => [
  ...new Set(
    texts.flatMap((text) => {
      const parsed = parseDomainName(text);
      return parsed.kind === "name" ? [parsed.name] : [];
    }),
  ),
];

/** The site that answers for a name: by its very name first, else by a wildcard among its names. */
export const siteAnswering = (sites: readonly Site[], name: DomainName): Site | undefined =>
  sites.find(({ names }) => names.includes(name)) ?? sites.find(({ names }) => names.some((one) => covers(one, name)));
