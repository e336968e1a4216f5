import { canonicalAddress, parseHostAddress, printAddress } from "../vhosts/host-address.ts";
import type { SitePorts } from "./certificate-wish.ts";
import type { ServerView } from "../vhosts/virtual-host.ts";

type Listened = { readonly address: string; readonly port: number };

const toListened = (text: string): Listened | undefined => {
  if (/^\d+$/.test(text)) return { address: "*", port: Number(text) };
  const parsed = parseHostAddress(text);
  return parsed?.port === undefined ? undefined : { address: parsed.address, port: parsed.port };
};

const listenedOn = ({ listens }: ServerView, wanted: number): readonly string[] =>
  listens
    .flatMap(({ args }) => toListened(args[0]?.text ?? "") ?? [])
    .filter(({ port }) => port === wanted)
    .map(({ address }) => address);

/**
 * The `Listen` lines that are missing for HTTPS on the addresses, and none that would collide with one that is there.
 * Where plain HTTP is listened for on all addresses so is HTTPS; else only on those that are wanted.
 */
export const listenLines = (
  view: ServerView,
  addresses: readonly string[],
  { http, https }: SitePorts,
): readonly string[] => {
  const [plain, onPort] = [listenedOn(view, http), listenedOn(view, https)];
  if (onPort.length === 0 && (plain.length === 0 || plain.includes("*"))) return [`Listen ${https}`];
  if (onPort.includes("*")) return [];
  const missing = addresses.map(canonicalAddress).filter((address) => !onPort.includes(address));
  return missing.map((address) => `Listen ${printAddress({ address, port: https })}`);
};
