import { coversPort, isWildcard, type Listen } from "../servers/listen.ts";
import type { NginxServer } from "../servers/nginx-server.ts";

export type Member = { readonly server: NginxServer; readonly listen: Listen };

/** All servers that listen on one address and port. nginx chooses among them by name, once it has chosen the address. */
export type AddressSet = {
  readonly family: Listen["family"];
  readonly address: string;
  readonly port: number;
  readonly isWildcard: boolean;
  /** Whether connections are TLS: one `ssl` is enough for all of them. */
  readonly isSsl: boolean;
  readonly hasProxyProtocol: boolean;
  readonly takesIpv4: boolean;
  /** In the order in which nginx reads them; each server once. */
  readonly members: readonly [Member, ...Member[]];
  /** The one marked `default_server`, or else the first. */
  readonly fallback: Member;
};

const toSet = (port: number, members: readonly [Member, ...Member[]]): AddressSet => {
  const [first] = members;
  const some = (test: (listen: Listen) => boolean): boolean => members.some(({ listen }) => test(listen));
  return {
    family: first.listen.family,
    address: first.listen.address,
    port,
    isWildcard: isWildcard(first.listen),
    isSsl: some(({ isSsl }) => isSsl),
    hasProxyProtocol: some(({ hasProxyProtocol }) => hasProxyProtocol),
    takesIpv4: some(({ takesIpv4 }) => takesIpv4),
    members,
    fallback: members.find(({ listen }) => listen.isDefault) ?? first,
  };
};

/** The sets of TCP listeners on a port, in the order in which nginx reads them. */
export const addressSets = (servers: readonly NginxServer[], port: number): readonly AddressSet[] => {
  const members = servers.flatMap((server) =>
    server.listens
      .filter((listen) => coversPort(listen, port) && !listen.isQuic)
      .map((listen): Member => ({ server, listen })),
  );
  return [...Map.groupBy(members, ({ listen }) => listen.address).values()].flatMap(([first, ...others]) =>
    first ? [toSet(port, [first, ...others])] : [],
  );
};

/** `*:443`, as it would be written behind `listen`. */
export const addressInWords = ({ address, port }: Pick<AddressSet, "address" | "port">): string => `${address}:${port}`;
