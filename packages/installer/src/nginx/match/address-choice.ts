import { isIPv6 } from "node:net";
import type { AddressSet } from "./address-set.ts";

/** How a listen would write the address of a machine. */
const listened = (address: string): string => (isIPv6(address) ? new URL(`http://[${address}]`).hostname : address);

/**
 * The set that takes a connection to one address of the machine: the one for just this address, or else the wildcard of
 * its family, or else, for IPv4, an IPv6 wildcard with `ipv6only=off`.
 */
export const setForAddress = (sets: readonly AddressSet[], address: string): AddressSet | undefined => {
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  const wildcards = sets.filter(({ isWildcard }) => isWildcard);
  return (
    sets.find((set) => set.address === listened(address)) ??
    wildcards.find((set) => set.family === family) ??
    wildcards.find(({ takesIpv4 }) => family === "ipv4" && takesIpv4)
  );
};

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/;

/** The sets that somebody outside can reach: not those on loopback, unless there are no others. */
export const reachableSets = (sets: readonly AddressSet[]): readonly AddressSet[] => {
  const outside = sets.filter(({ address }) => !LOOPBACK.test(address));
  return outside.length > 0 ? outside : sets;
};
