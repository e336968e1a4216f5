/**
 * A name as certificates carry it: A-labels, lower case, no final dot, optionally with one leading `*.`.
 * Only `parseDomainName` makes one.
 */
export type DomainName = string & { readonly __brand: "DomainName" };

const WILDCARD = "*.";

/** True for a name that starts with `*.`. */
export function isWildcard(name: DomainName): boolean {
  return name.startsWith(WILDCARD);
}

/** The name below a wildcard (`*.example.com` becomes `example.com`); any other name unchanged. */
export function withoutWildcard(name: DomainName): DomainName {
  return isWildcard(name) ? (name.slice(WILDCARD.length) as DomainName) : name;
}
