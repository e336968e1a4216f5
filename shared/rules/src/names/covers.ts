import type { DomainName } from "./domain-name.ts";
import { isWildcard } from "./domain-name.ts";
import { parseDomainName } from "./parse-domain-name.ts";

/**
 * Whether a certificate name serves a host. A wildcard stands for exactly one whole leftmost label, so `*.example.com`
 * covers `www.example.com` but neither `example.com` nor `a.b.example.com`. Source: RFC 9525 section 6.3, RFC 6125 section 6.4.
 */
export function covers(pattern: DomainName, host: string): boolean {
  const wanted = normalised(host);
  if (wanted === pattern) return true;
  if (!isWildcard(pattern)) return false;
  const firstDot = wanted.indexOf(".");
  return firstDot > 0 && wanted.slice(firstDot) === pattern.slice(1);
}

function normalised(host: string): string {
  if (/^[a-z0-9.*_-]*[a-z0-9]$/.test(host)) return host;
  const parsed = parseDomainName(host);
  return parsed.kind === "name" ? parsed.name : host.toLowerCase().replace(/\.$/, "");
}
