import type { DomainName } from "./domain-name.ts";
import { withoutWildcard } from "./domain-name.ts";
import { suffixStanding } from "./public-suffix.ts";

/** The registrable domain of a name, one label below its ICANN public suffix: `a.b.example.co.uk` gives `example.co.uk`. */
export function baseDomain(name: DomainName): DomainName {
  const host = withoutWildcard(name);
  const standing = suffixStanding(host);
  return standing.kind === "registrable" ? (standing.domain as DomainName) : host;
}
