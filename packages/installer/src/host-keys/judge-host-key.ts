import type { HostKey } from "./host-key.ts";
import { hostKeyFingerprint, isSameHostKey } from "./host-key.ts";
import { knownHostName, matchesHost } from "./host-pattern.ts";
import type { KnownHost } from "./parse-known-hosts.ts";

/** What our files say about the key a server shows. Fingerprints as OpenSSH prints them. */
export type HostKeyVerdict =
  | { readonly kind: "known" }
  | { readonly kind: "unknown"; readonly seen: string }
  /** Other keys are held for this host; `known` has at least one. */
  | { readonly kind: "changed"; readonly known: readonly string[]; readonly seen: string }
  | { readonly kind: "revoked"; readonly seen: string };

/** Under which names and which port a server is looked up; any of the names will do. */
export type HostPlace = { readonly names: readonly string[]; readonly port: number };

const matchesAny = ({ hosts }: KnownHost, names: readonly string[]): boolean =>
  names.some((name) => matchesHost(hosts, name));

/** A key held without a port vouches on every port, but says nothing against another key there: ssh(1) does the same. */
const withoutPort = ({ names }: HostPlace): readonly string[] => names.map((name) => name.toLowerCase());

const withPort = ({ names, port }: HostPlace): readonly string[] => names.map((name) => knownHostName(name, port));

/** The keys that may be shown at this place; without any the host is not known. */
export const trustedKeysAt = (entries: readonly KnownHost[], place: HostPlace): readonly HostKey[] => {
  const trusted = entries.filter(({ marker }) => marker === "trusted");
  const exact = trusted.filter((entry) => matchesAny(entry, withPort(place)));
  const found = exact.length > 0 ? exact : trusted.filter((entry) => matchesAny(entry, withoutPort(place)));
  return found.map(({ key }) => key);
};

export const revokedKeysAt = (entries: readonly KnownHost[], place: HostPlace): readonly HostKey[] =>
  entries
    .filter(({ marker }) => marker === "revoked")
    .filter((entry) => matchesAny(entry, [...withPort(place), ...withoutPort(place)]))
    .map(({ key }) => key);

/** A revoked key stays revoked wherever else it is trusted. Certificate authorities vouch for no plain key. */
export const judgeHostKey = (entries: readonly KnownHost[], place: HostPlace, key: HostKey): HostKeyVerdict => {
  const seen = hostKeyFingerprint(key);
  const isShown = (held: HostKey): boolean => isSameHostKey(held, key);
  if (revokedKeysAt(entries, place).some(isShown)) return { kind: "revoked", seen };
  if (trustedKeysAt(entries, place).some(isShown)) return { kind: "known" };
  const held = entries.filter((entry) => entry.marker === "trusted" && matchesAny(entry, withPort(place)));
  if (held.length === 0) return { kind: "unknown", seen };
  return { kind: "changed", known: held.map((entry) => hostKeyFingerprint(entry.key)), seen };
};
