import type { DnsEntry } from "./dns-entry.ts";
import { isWithin } from "./dns-entry.ts";
import type { Zone } from "./zone.ts";

/** What one zone says about a name and a type. */
export type ZoneAnswer =
  | { readonly kind: "entries"; readonly entries: readonly DnsEntry[] }
  | { readonly kind: "alias"; readonly entry: DnsEntry }
  /** The name is the top of the zone and its SOA record was asked for. */
  | { readonly kind: "start-of-authority" }
  | { readonly kind: "no-entries" }
  | { readonly kind: "no-such-name" };

const parentOf = (host: string): string => host.slice(host.indexOf(".") + 1 || host.length);

/** The entries of a name; when it does not exist, those a wildcard makes up for it (RFC 4592 §3.3.1). */
const entriesFor = (zone: Zone, host: string): readonly DnsEntry[] | undefined => {
  const entries = zone.entries();
  const exists = (name: string): boolean => name === zone.origin || entries.some((entry) => isWithin(entry.host, name));
  if (exists(host)) return entries.filter((entry) => entry.host === host);
  let encloser = parentOf(host);
  while (!exists(encloser)) encloser = parentOf(encloser);
  const source = `*.${encloser}`;
  if (!exists(source)) return undefined;
  return entries.filter((entry) => entry.host === source).map(({ type, value }) => ({ host, type, value }));
};

/** Answers from one zone alone (RFC 1034 §4.3.2); `host` is in the zone, lower case, without final dot. */
export const lookUp = (zone: Zone, host: string, type: string): ZoneAnswer => {
  if (type === "SOA" && host === zone.origin) return { kind: "start-of-authority" };
  const present = entriesFor(zone, host);
  if (present === undefined) return { kind: "no-such-name" };
  const alias = present.find((entry) => entry.type === "CNAME");
  if (alias && type !== "CNAME") return { kind: "alias", entry: alias };
  const entries = present.filter((entry) => entry.type === type);
  return entries.length > 0 ? { kind: "entries", entries } : { kind: "no-entries" };
};
