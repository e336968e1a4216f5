import { type AddressSet, meant, type VirtualHost, whichVirtualHost } from "../../apache/index.ts";
import type { ApacheSites } from "./apache-reading.ts";

export type FoundHost = {
  readonly host: VirtualHost;
  readonly speaksTls: boolean;
  readonly because: string;
  /** Addresses on which it answers for the name; one stands for all that no virtual host names. */
  readonly addresses: readonly string[];
};

const HTTP = 80;
const HTTPS = 443;

/** Nobody's address (RFC 5737): asked for, it gets what every address gets that no virtual host names. */
export const ANY_OTHER = "192.0.2.1";

const named = (sets: readonly AddressSet[], port: number): readonly string[] =>
  sets.filter((set) => set.address !== "*" && (set.port ?? port) === port).map(({ address }) => address);

/** The addresses on which visitors reach the server on a port, as far as they may get different answers. */
const addressesOn = ({ server, reading }: ApacheSites, port: number): readonly string[] => {
  const bound = server.listens.filter((one) => one.port === port).map(({ address }) => address);
  return bound.includes("*") ? [...new Set([...named(reading.sets, port), ANY_OTHER])] : bound;
};

const meantOn =
  ({ reading }: ApacheSites, name: string, port: number) =>
  (address: string) => {
    const answer = meant(whichVirtualHost(reading.sets, { address, port, name }));
    return answer ? [{ address, answer }] : [];
  };

/** The host that answers for a name over plain HTTP because the name is its own. */
export const findPlainHost = (sites: ApacheSites, name: string): FoundHost | undefined => {
  const secure = addressesOn(sites, HTTPS);
  const candidates = [...new Set([...secure, ...addressesOn(sites, HTTP)])].filter(
    (address) => address !== ANY_OTHER || secure.length === 0 || secure.includes(ANY_OTHER),
  );
  const found = candidates.flatMap(meantOn(sites, name, HTTP));
  const [first] = found;
  if (!first) return undefined;
  const { host, because } = first.answer;
  return { host, speaksTls: false, because, addresses: found.map(({ address }) => address) };
};

/** The host that answers for a name because the name is its own: over TLS where it does, else over plain HTTP. */
export const findHost = (sites: ApacheSites, name: string): FoundHost | undefined => {
  const found = addressesOn(sites, HTTPS)
    .flatMap(meantOn(sites, name, HTTPS))
    .filter(({ answer }) => answer.host.tls.engine === "on");
  const named = found.filter(({ answer }) => answer.by !== "default");
  const [first] = named.length > 0 ? named : found;
  const plain = findPlainHost(sites, name);
  if (!first || (named.length === 0 && plain)) return plain;
  const { host, because } = first.answer;
  return { host, speaksTls: true, because, addresses: found.map(({ address }) => address) };
};
