import { asId, type CustomerId, failure, type Host, type HostId } from "@hostseal/core";
import type { Config } from "./config-schema.ts";
import { ACCOUNT_MARK, type PanelHosts } from "./panels/create-panel.ts";

/** Every host by its id: those of the configuration, and the accounts of its panels. */
export type HostDirectory = {
  /** Those that are named in the configuration, accounts included. */
  readonly hosts: ReadonlyMap<HostId, Host>;
  /** Fails with `host.unknown`. */
  host(id: HostId): Host;
  /** An account of a panel is a customer of its own, by the same name. */
  hostsOfCustomer(customer: CustomerId): readonly Host[];
};

export type DirectoryParts = {
  readonly config: Config;
  readonly servers: ReadonlyMap<HostId, Host>;
  readonly panels: ReadonlyMap<string, PanelHosts>;
};

export const hostIdOf = (panel: string, account: string): HostId => asId<HostId>(`${panel}${ACCOUNT_MARK}${account}`);

const namedAccounts = ({ panels }: Config): readonly (readonly [string, string])[] =>
  Object.entries(panels).flatMap(([panel, { accounts }]) => accounts.map((account) => [panel, account] as const));

export const createHostDirectory = ({ config, servers, panels }: DirectoryParts): HostDirectory => {
  const accounts = new Map<HostId, Host>();

  const accountAt = (id: string): Host | undefined => {
    const known = accounts.get(asId<HostId>(id));
    if (known) return known;
    const [panel = "", ...rest] = id.split(ACCOUNT_MARK);
    const account = rest.join(ACCOUNT_MARK);
    const made = account === "" ? undefined : panels.get(panel)?.(account);
    if (made) accounts.set(made.id, made);
    return made;
  };

  const ownServers = (customer: CustomerId): readonly Host[] =>
    [...servers].filter(([id]) => (config.hosts[id]?.customer ?? config.customer) === customer).map(([, host]) => host);

  const named = namedAccounts(config).flatMap(([panel, account]) => accountAt(hostIdOf(panel, account)) ?? []);
  return {
    hosts: new Map([...servers, ...named.map((host) => [host.id, host] as const)]),
    host: (id) => {
      const host = servers.get(id) ?? accountAt(id);
      if (host === undefined) throw failure("host.unknown", { host: id });
      return host;
    },
    hostsOfCustomer: (customer) => {
      const account = accountAt(customer);
      return account === undefined ? ownServers(customer) : [account];
    },
  };
};
