import { canonicalAddress, parseHostAddress, printAddress } from "../vhosts/host-address.ts";
import type { ServerView } from "../vhosts/virtual-host.ts";
import { HTTPS_PORT } from "./certificate-wish.ts";

type Listened = { readonly address: string; readonly port: number };

const toListened = (text: string): Listened | undefined => {
  if (/^\d+$/.test(text)) return { address: "*", port: Number(text) };
  const parsed = parseHostAddress(text);
  return parsed?.port === undefined ? undefined : { address: parsed.address, port: parsed.port };
};

/** The `Listen` lines that are missing for HTTPS on the addresses, and none that would collide with one that is there. */
export const listenLines = ({ listens }: ServerView, addresses: readonly string[]): readonly string[] => {
  const onPort = listens
    .flatMap(({ args }) => toListened(args[0]?.text ?? "") ?? [])
    .filter(({ port }) => port === HTTPS_PORT)
    .map(({ address }) => address);
  if (onPort.length === 0) return [`Listen ${HTTPS_PORT}`];
  if (onPort.includes("*")) return [];
  const missing = addresses.map(canonicalAddress).filter((address) => !onPort.includes(address));
  return missing.map((address) => `Listen ${printAddress({ address, port: HTTPS_PORT })}`);
};
