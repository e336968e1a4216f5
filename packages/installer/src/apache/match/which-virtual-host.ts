import { canonicalAddress, printAddress } from "../vhosts/host-address.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import type { AddressSet, NamedHost } from "./address-set.ts";

/** A connection to this server. `name` is what it asks for (SNI, Host), or nothing. */
export type Question = { readonly address: string; readonly port: number; readonly name: string | undefined };

export type Served =
  | {
      readonly kind: "served";
      readonly host: VirtualHost;
      readonly by: MatchedBy;
      readonly set: AddressSet;
      /** Others of the set that say this very name, and are never reached by it. */
      readonly hidden: readonly VirtualHost[];
      /** Why this one, in a sentence. */
      readonly because: string;
    }
  /** No virtual host listens there: the main server answers. */
  | { readonly kind: "main-server"; readonly because: string };

/** `default`: nobody says the name, so the first of the set answers. `address`: the name stands in `<VirtualHost>`. */
export type MatchedBy = "server-name" | "alias" | "wildcard-alias" | "address" | "default";

/** The set that answers on an address: exact address and port, exact address, port, any (`find_ipaddr` in server/vhost.c). */
export const winningSet = (sets: readonly AddressSet[], address: string, port: number): AddressSet | undefined => {
  const wanted = canonicalAddress(address);
  const find = (at: string, on: number | undefined): AddressSet | undefined =>
    sets.find((set) => set.address === at && set.port === on);
  return find(wanted, port) ?? find(wanted, undefined) ?? find("*", port) ?? find("*", undefined);
};

const WILD = /[*?]/;

/** `*` is any text, `?` any character; the case does not count (`ap_strcasecmp_match`). */
const matchesWild = (pattern: string, name: string): boolean => {
  const body = pattern
    .replaceAll(/[^\w*?]/g, String.raw`\$&`)
    .replaceAll(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${body}$`, "is").test(name);
};

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const says = ({ host, name: serverName }: NamedHost, name: string): MatchedBy | undefined => {
  if (serverName !== undefined && isSame(serverName, name)) return "server-name";
  const literal = host.aliases.find((alias) => !WILD.test(alias) && isSame(alias, name));
  if (literal !== undefined) return "alias";
  return host.aliases.some((alias) => WILD.test(alias) && matchesWild(alias, name)) ? "wildcard-alias" : undefined;
};

const saysAddress = ({ host }: NamedHost, name: string): boolean =>
  host.own.args.some(({ text }) => isSame(text.replace(/:(?:\d+|\*)$/, ""), name));

type Choice = { readonly chosen: NamedHost; readonly by: MatchedBy };

const choose = (first: NamedHost, { hosts }: AddressSet, name: string | undefined): Choice => {
  if (name === undefined) return { chosen: first, by: "default" };
  for (const chosen of hosts) {
    const by = says(chosen, name);
    if (by) return { chosen, by };
  }
  const byAddress = hosts.find((one) => saysAddress(one, name));
  return byAddress ? { chosen: byAddress, by: "address" } : { chosen: first, by: "default" };
};

const REASONS: Readonly<Record<MatchedBy, string>> = {
  "server-name": "is the first there whose ServerName is the name",
  alias: "is the first there with a ServerAlias that is the name",
  "wildcard-alias": "is the first there with a ServerAlias that matches the name",
  address: "has the name in its <VirtualHost> line, and nobody there has it as ServerName or ServerAlias",
  default: "is the first there, and nobody there has the name",
};

/**
 * The virtual host that answers, by the server's rules: the most exact address wins, then the first host that says the
 * name, then the first host (https://httpd.apache.org/docs/2.4/vhosts/details.html).
 */
export const whichVirtualHost = (sets: readonly AddressSet[], { address, port, name }: Question): Served => {
  const set = winningSet(sets, address, port);
  const first = set?.hosts[0];
  if (!set || !first) return { kind: "main-server", because: `no virtual host has ${printAddress({ address, port })}` };
  const { chosen, by } = choose(first, set, name);
  const isHidden = (one: NamedHost): boolean => {
    const how = name === undefined ? undefined : says(one, name);
    return one !== chosen && (how === "server-name" || how === "alias");
  };
  const at = `${chosen.host.at.path}:${chosen.host.at.line}`;
  return {
    kind: "served",
    host: chosen.host,
    by,
    set,
    hidden: set.hosts.filter(isHidden).map(({ host }) => host),
    because: `${printAddress(set)} answers on ${printAddress({ address, port })}; the virtual host at ${at} ${REASONS[by]}`,
  };
};
