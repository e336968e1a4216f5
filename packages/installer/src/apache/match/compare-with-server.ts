import { toReadable } from "../../bytes/index.ts";
import type { DumpedInclude } from "../dump/include-dump.ts";
import type { DumpedHost, DumpedSet, DumpPosition } from "../dump/vhost-dump.ts";
import type { Included } from "../tree/active.ts";
import { canonicalAddress, printAddress } from "../vhosts/host-address.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import { type AddressSet, addressSets, type NamedHost } from "./address-set.ts";

/** What we read, beside what the server says it read. */
export type Readings = {
  readonly hosts: readonly VirtualHost[];
  readonly included: readonly Included[];
  readonly dumpedSets: readonly DumpedSet[];
  readonly dumpedIncludes: readonly DumpedInclude[];
};

export type Compared =
  /** With the sets as the server has them: host names are addresses, hosts without a name have one. */
  | { readonly kind: "agreed"; readonly sets: readonly AddressSet[] }
  | { readonly kind: "disagreed"; readonly sentence: string };

const disagreed = (sentence: string): Compared => ({ kind: "disagreed", sentence: toReadable(sentence) });
const positionText = ({ path, line }: DumpPosition): string => `${path}:${line}`;
/** Not by line: after a nested include the server reports that one's line for the files that follow. */
const includeText = ({ path, depth }: Included): string => `${path} at depth ${depth}`;

const includeDifference = ({ included, dumpedIncludes }: Readings): string | undefined => {
  const length = Math.max(included.length, dumpedIncludes.length);
  for (let index = 0; index < length; index += 1) {
    const [ours, theirs] = [included[index], dumpedIncludes[index]];
    if (ours && theirs && includeText(ours) === includeText(theirs)) continue;
    const [read, said] = [ours, theirs].map((one) => (one ? includeText(one) : "nothing more"));
    return `we read ${read} as file ${index + 1}, the server read ${said}`;
  }
  return undefined;
};

const sorted = (names: readonly string[]): string =>
  names
    .map((name) => name.toLowerCase())
    .toSorted()
    .join(" ");

const nameDifference = (host: VirtualHost, dumped: DumpedHost): string | undefined => {
  const at = positionText(host.at);
  if (host.serverName !== undefined && host.serverName.toLowerCase() !== dumped.name.toLowerCase())
    return `the virtual host at ${at} is ${host.serverName} to us and ${dumped.name} to the server`;
  return undefined;
};

const aliasDifference = (host: VirtualHost, dumped: DumpedHost): string | undefined => {
  const [ours, theirs] = [sorted(host.aliases), sorted([...dumped.aliases, ...dumped.wildAliases])];
  if (ours === theirs) return undefined;
  return `the aliases of the virtual host at ${positionText(host.at)} are "${ours}" to us and "${theirs}" to the server`;
};

type Matched = { readonly set: AddressSet } | { readonly difference: string };

const toPort = (port: string): number | undefined => (port === "*" ? undefined : Number(port));

/** The server lists aliases only where several hosts share an address. */
const toSet = (dumped: DumpedSet, byPosition: ReadonlyMap<string, VirtualHost>): Matched => {
  const hosts: NamedHost[] = [];
  for (const one of dumped.hosts) {
    const host = byPosition.get(positionText(one.at));
    if (!host) return { difference: `the server has a virtual host at ${positionText(one.at)}, which we did not find` };
    const difference = nameDifference(host, one) ?? (dumped.hosts.length > 1 ? aliasDifference(host, one) : undefined);
    if (difference !== undefined) return { difference };
    if (hosts.at(-1)?.host !== host) hosts.push({ host, name: one.name });
  }
  return { set: { address: canonicalAddress(dumped.address), port: toPort(dumped.port), hosts } };
};

const membersText = ({ hosts }: AddressSet): string => hosts.map(({ host }) => positionText(host.at)).join(", ");

const isPlain = (host: VirtualHost): boolean => host.addresses.every(({ isHostName }) => !isHostName);

const plainOnly = (set: AddressSet): AddressSet => ({ ...set, hosts: set.hosts.filter(({ host }) => isPlain(host)) });

const setDifference = (hosts: readonly VirtualHost[], sets: readonly AddressSet[]): string | undefined => {
  const theirs = new Map(sets.map((set) => [printAddress(set), membersText(plainOnly(set))]));
  for (const ours of addressSets(hosts.filter(isPlain))) {
    const key = printAddress(ours);
    const [read, said] = [membersText(ours), theirs.get(key) ?? "nobody"];
    if (read !== said) return `on ${key} we see ${read}, the server has ${said}`;
    theirs.delete(key);
  }
  const more = [...theirs].find(([, members]) => members !== "");
  return more && `on ${more[0]} we see nobody, the server has ${more[1]}`;
};

const unlisted = (hosts: readonly VirtualHost[], sets: readonly AddressSet[]): string | undefined => {
  const listed = new Set(sets.flatMap((set) => set.hosts.map(({ host }) => host)));
  const missing = hosts.find((host) => !listed.has(host));
  return missing && `we found a virtual host at ${positionText(missing.at)}, which the server does not have`;
};

/**
 * Whether the files and the virtual hosts are those of the server's own dumps (`DUMP_INCLUDES`, `DUMP_VHOSTS`); if not,
 * the first difference. Nothing may be changed then.
 */
export const compareWithServer = (readings: Readings): Compared => {
  const include = includeDifference(readings);
  if (include !== undefined) return disagreed(include);
  const { hosts } = readings;
  const byPosition = new Map(hosts.map((host) => [positionText(host.at), host]));
  if (byPosition.size !== hosts.length) return disagreed("a file with virtual hosts is included twice");
  const sets: AddressSet[] = [];
  for (const dumped of readings.dumpedSets) {
    const matched = toSet(dumped, byPosition);
    if ("difference" in matched) return disagreed(matched.difference);
    sets.push(matched.set);
  }
  const difference = unlisted(hosts, sets) ?? setDifference(hosts, sets);
  return difference === undefined ? { kind: "agreed", sets } : disagreed(difference);
};
