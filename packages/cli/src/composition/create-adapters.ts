import { asId, failure } from "@hostseal/core";
import type { CustomerId, Host, HostId, Issuer, IssuerId, World } from "@hostseal/core";
import type { Config } from "./config-schema.ts";
import { createProbeOf, rootsOf } from "./create-probe-of.ts";
import { createHost, createIssuer } from "./drivers.ts";
import { createMailer } from "./mailers.ts";
import type { Surroundings } from "./surroundings.ts";

/** Everything outside that needs no data folder: issuers, hosts, the probe and mail. */
export type Adapters = Omit<World, "store" | "vault"> & {
  readonly config: Config;
  readonly issuers: ReadonlyMap<IssuerId, Issuer>;
  readonly hosts: ReadonlyMap<HostId, Host>;
  readonly random: Surroundings["random"];
  hostsOfCustomer(customer: CustomerId): readonly Host[];
};

const builtFrom = async <Id extends string, Setting, Built>(
  settings: Readonly<Record<Id, Setting>>,
  build: (id: Id, setting: Setting) => Promise<Built>,
): Promise<ReadonlyMap<Id, Built>> => {
  const entries = Object.entries<Setting>(settings).map(([id, setting]) => [asId<Id>(id), setting] as const);
  return new Map(await Promise.all(entries.map(async ([id, setting]) => [id, await build(id, setting)] as const)));
};

/** A host belongs to the customer its entry names, or to the one who orders from here. */
const hostsOfCustomer = (config: Config, hosts: ReadonlyMap<HostId, Host>, customer: CustomerId): readonly Host[] =>
  [...hosts].filter(([id]) => (config.hosts[id]?.customer ?? config.customer) === customer).map(([, host]) => host);

/** Builds the drivers of a configuration. Nothing is asked over the network yet. Fails with `config.invalid`. */
export const createAdapters = async (config: Config, around: Surroundings): Promise<Adapters> => {
  const { clock, random, log } = around;
  const issuers = await builtFrom(config.issuers, (id, setting) => createIssuer(id, setting, around));
  const roots = await rootsOf(config, around.home);
  const hosts = await builtFrom(config.hosts, (id, setting) => createHost(id, setting, { ...around, roots }));
  return {
    config,
    issuers,
    hosts,
    clock,
    random,
    log,
    roots,
    probe: createProbeOf(config, roots, around),
    mailer: createMailer(config.mailer, around.home),
    issuer: (id) => {
      const issuer = issuers.get(id);
      if (issuer === undefined) throw failure("issuer.unknown", { issuer: id });
      return issuer;
    },
    host: (id) => {
      const host = hosts.get(id);
      if (host === undefined) throw failure("host.unknown", { host: id });
      return host;
    },
    hostsOfCustomer: (customer) => hostsOfCustomer(config, hosts, customer),
    hostsOf: ({ customer }) => hostsOfCustomer(config, hosts, customer),
  };
};
