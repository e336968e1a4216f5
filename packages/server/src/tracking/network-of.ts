import { isIPv6 } from "node:net";

const MAPPED = /^::ffff:(\d+(?:\.\d+){3})$/i;
const GROUPS = 8;
const NETWORK_GROUPS = 4;

const groupsOf = (text: string): readonly string[] => text.split(":").filter((group) => group !== "");

/**
 * What counts as one place of the network: an IPv4 address, or the first 64 bits of an IPv6 address, behind which one
 * subscriber has all the rest (RFC 4291 §2.5.1). Anything else stands for itself.
 */
export const networkOf = (address: string): string => {
  const [, inside] = MAPPED.exec(address) ?? [];
  if (inside !== undefined || !isIPv6(address)) return inside ?? address;
  const [front = "", back = ""] = address.split("::");
  const [first, last] = [groupsOf(front), groupsOf(back)];
  const between = Array.from({ length: GROUPS - first.length - last.length }, () => "0");
  const groups = [...first, ...between, ...last].slice(0, NETWORK_GROUPS);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
};
