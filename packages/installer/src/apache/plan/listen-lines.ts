import { canonicalAddress, parseHostAddress, printAddress } from "../vhosts/host-address.ts";
import type { ServerView } from "../vhosts/virtual-host.ts";

type Listened = { readonly address: string; readonly port: number };

const toListened = (text: string): Listened | undefined => {
  if (/^\d+$/.test(text)) return { address: "*", port: Number(text) };
  const parsed = parseHostAddress(text);
  return parsed?.port === undefined ? undefined : { address: parsed.address, port: parsed.port };
};

/** The `Listen` lines that are missing for HTTPS on the addresses, and none that would collide with one that is there. */
export const listenLines = (
  { listens }: ServerView,
  addresses: readonly string[],
  https: number,
): readonly string[] => {
  const onPort = listens
    .flatMap(({ args }) => toListened(args[0]?.text ?? "") ?? [])
    .filter(({ port }) => port === https)
    .map(({ address }) => address);
  if (onPort.length === 0) return [`Listen ${https}`];
  if (onPort.includes("*")) return [];
  const missing = addresses.map(canonicalAddress).filter((address) => !onPort.includes(address));
  return missing.map((address) => `Listen ${printAddress({ address, port: https })}`);
};
