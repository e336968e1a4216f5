import { reachableSets } from "../match/address-choice.ts";
import { type AddressSet, addressSets } from "../match/address-set.ts";
import { coversPort, isWildcard, type Listen } from "../servers/listen.ts";
import type { NginxServer } from "../servers/nginx-server.ts";

export const HTTP_PORT = 80;
export const TLS_PORT = 443;

/** An address to listen on, and the plain listener it stands beside. */
export type TlsAddress = { readonly address: string; readonly beside: Listen };

type Ports = { readonly plain: readonly AddressSet[]; readonly tls: readonly AddressSet[] };

const has = (sets: readonly AddressSet[], address: string): boolean => sets.some((set) => set.address === address);

const wildcardOf = (family: Listen["family"]): string => (family === "ipv6" ? "[::]" : "*");

/** Addresses with TLS listeners of their own that plain connections to the wildcard reach. */
const apartFor = ({ plain, tls }: Ports, { family }: Listen): readonly string[] =>
  reachableSets(tls)
    .filter((set) => set.family === family && !set.isWildcard && !has(plain, set.address))
    .map(({ address }) => address);

/**
 * A wildcard reaches no address that has listeners of its own: where that is so for TLS and not for plain HTTP, the
 * server needs a listener there too. Where there are only such addresses, no wildcard can be opened: Linux refuses it
 * to a running nginx that holds one of them.
 */
const besideWildcard = (ports: Ports, beside: Listen): readonly string[] => {
  const isOpen = has(ports.tls, beside.address) || ports.tls.every(({ family }) => family !== beside.family);
  return [...(isOpen ? [beside.address] : []), ...apartFor(ports, beside)];
};

/** A listener on an address of its own would hide from it all servers that listen on the wildcard. */
const besideAddress = ({ tls }: Ports, { family, address }: Listen): string =>
  !has(tls, address) && has(tls, wildcardOf(family)) ? wildcardOf(family) : address;

const addressesBeside = (ports: Ports, beside: Listen): readonly string[] => {
  if (!isWildcard(beside)) return [besideAddress(ports, beside)];
  const addresses = besideWildcard(ports, beside);
  const isIpv4Taken = ports.tls.some((set) => set.takesIpv4) || has(ports.plain, "*");
  return beside.takesIpv4 && !isIpv4Taken ? ["*", ...addresses] : addresses;
};

/** The plain listeners of a server on port 80. */
export const plainListens = ({ listens }: NginxServer): readonly Listen[] =>
  listens.filter((listen) => coversPort(listen, HTTP_PORT) && !listen.isSsl && !listen.isQuic);

/**
 * Where a server that speaks only plain HTTP has to listen for TLS, so that it is reached as before and nobody is
 * hidden. Nothing when there is no way to do that by a reload.
 */
export const tlsAddresses = (servers: readonly NginxServer[], target: NginxServer): readonly TlsAddress[] => {
  const ports = { plain: addressSets(servers, HTTP_PORT), tls: addressSets(servers, TLS_PORT) };
  const wanted = plainListens(target).flatMap((beside) =>
    addressesBeside(ports, beside).map((address) => ({ address, beside })),
  );
  return [...new Map(wanted.toReversed().map((one) => [one.address, one])).values()].toReversed();
};
