import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Addresses of networks that nobody outside can mean (RFC 6890 and its registries). */
const INSIDE_4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** Of IPv6 only what is globally routed is outside (RFC 4291 §2.4), without the ways back into IPv4. */
const OUTSIDE_6 = ["2000::", 3] as const;
const BACK_INTO_4: readonly (readonly [string, number])[] = [
  ["2002::", 16],
  ["2001::", 32],
  ["2001:db8::", 32],
];

const listOf = (kind: "ipv4" | "ipv6", nets: readonly (readonly [string, number])[]): BlockList => {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, kind);
  return list;
};

/** Whether an address is one of the internet, and not of a network that only we are in. */
export const isOutside = (address: string): boolean => {
  const version = isIP(address);
  if (version === 4) return !listOf("ipv4", INSIDE_4).check(address, "ipv4");
  if (version !== 6) return false;
  return listOf("ipv6", [OUTSIDE_6]).check(address, "ipv6") && !listOf("ipv6", BACK_INTO_4).check(address, "ipv6");
};

/** Looks a name up and gives only addresses outside; the connection goes to one of these, so no second answer counts. */
export const lookupOutside: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error) return done(error, "", 0);
    if (first === undefined || !addresses.every(({ address }) => isOutside(address)))
      return done(new Error(`${hostname} is not outside`), "", 0);
    if (options.all === true) return done(null, addresses);
    done(null, first.address, first.family);
  });
};
