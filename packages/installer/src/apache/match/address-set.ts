import { printAddress } from "../vhosts/host-address.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";

/** The virtual hosts that share an address (or `*`) and a port (or any), in the order in which they are asked. */
export type AddressSet = {
  readonly address: string;
  readonly port: number | undefined;
  readonly hosts: readonly NamedHost[];
};

/** A host with the name the server uses for it; without a ServerName that is one the server made up. */
export type NamedHost = { readonly host: VirtualHost; readonly name: string | undefined };

/** The sets as the configuration says them. Host names among the addresses stay what they are. */
export const addressSets = (hosts: readonly VirtualHost[]): readonly AddressSet[] => {
  const sets = new Map<string, { address: string; port: number | undefined; hosts: NamedHost[] }>();
  for (const host of hosts) {
    for (const { address, port } of host.addresses) {
      const key = printAddress({ address, port });
      const set = sets.get(key) ?? { address, port, hosts: [] };
      sets.set(key, set);
      if (set.hosts.at(-1)?.host !== host) set.hosts.push({ host, name: host.serverName });
    }
  }
  return [...sets.values()];
};
