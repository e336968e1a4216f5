import { baseDomain } from "./base-domain.ts";
import type { DomainName } from "./domain-name.ts";
import { isWildcard } from "./domain-name.ts";

/** The other half of the pair people mean by "my domain": `example.com` and `www.example.com`. Nothing for deeper names and wildcards. */
export function wwwTwin(name: DomainName): DomainName | undefined {
  if (isWildcard(name)) return undefined;
  const apex = baseDomain(name);
  if (name === apex) return `www.${apex}` as DomainName;
  return name === `www.${apex}` ? apex : undefined;
}
