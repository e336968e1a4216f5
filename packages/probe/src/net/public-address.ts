import { BlockList, isIPv6 } from "node:net";

/** Special-purpose blocks that are not reachable from the internet (IANA registries of RFC 6890), and those that embed one. */
const SPECIAL = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/127",
  "::ffff:0:0/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
];

type Family = "ipv4" | "ipv6";

const familyOf = (address: string): Family => (isIPv6(address) ? "ipv6" : "ipv4");

/** One list for each family: in a common one an IPv4 address would match the block of those mapped into IPv6. */
const blocksOf = (family: Family): BlockList => {
  const list = new BlockList();
  for (const block of SPECIAL) {
    const [network = "", prefix] = block.split("/");
    if (familyOf(network) === family) list.addSubnet(network, Number(prefix), family);
  }
  return list;
};

/**
 * Tells addresses that a CA could reach from those it could not. A CA refuses the latter, and a probe that runs inside
 * a provider's network must too: a customer's record or redirect would otherwise read the provider's internal servers.
 */
export const createPublicAddressCheck = (): ((address: string) => boolean) => {
  const blocks = { ipv4: blocksOf("ipv4"), ipv6: blocksOf("ipv6") };
  return (address) => {
    const family = familyOf(address);
    return !blocks[family].check(address, family);
  };
};
