import { asId, failure } from "@hostseal/core";
import type { Issuer, IssuerId, World } from "@hostseal/core";
import type { Config } from "./config-schema.ts";
import { createProbeOf, rootsOf } from "./create-probe-of.ts";
import { createHost, createIssuer } from "./drivers.ts";
import { createHostDirectory, type HostDirectory } from "./host-directory.ts";
import { createMailer } from "./mailers.ts";
import { createPanel } from "./panels/create-panel.ts";
import type { Surroundings } from "./surroundings.ts";

/** Everything outside that needs no data folder: issuers, hosts, the probe and mail. */
export type Adapters = Omit<World, "store" | "vault"> &
  HostDirectory & {
    readonly config: Config;
    readonly issuers: ReadonlyMap<IssuerId, Issuer>;
    readonly random: Surroundings["random"];
  };

const builtFrom = async <Id extends string, Setting, Built>(
  settings: Readonly<Record<Id, Setting>>,
  build: (id: Id, setting: Setting) => Promise<Built>,
): Promise<ReadonlyMap<Id, Built>> => {
  const entries = Object.entries<Setting>(settings).map(([id, setting]) => [asId<Id>(id), setting] as const);
  return new Map(await Promise.all(entries.map(async ([id, setting]) => [id, await build(id, setting)] as const)));
};

/** Builds the drivers of a configuration. Nothing is asked over the network yet. Fails with `config.invalid`. */
export const createAdapters = async (config: Config, around: Surroundings): Promise<Adapters> => {
  const { clock, random, log } = around;
  const issuers = await builtFrom(config.issuers, (id, setting) => createIssuer(id, setting, around));
  const roots = await rootsOf(config, around.home);
  const servers = await builtFrom(config.hosts, (id, setting) => createHost(id, setting, { ...around, roots }));
  const panels = await builtFrom(config.panels, (id, panel) => createPanel(id, panel, around));
  const directory = createHostDirectory({ config, servers, panels });
  return {
    config,
    issuers,
    ...directory,
    clock,
    random,
    log,
    roots,
    probe: createProbeOf(config, roots, around),
    mailer: await createMailer(config.mailer, { around, roots, sender: config.app?.brand.name ?? config.partner }),
    issuer: (id) => {
      const issuer = issuers.get(id);
      if (issuer === undefined) throw failure("issuer.unknown", { issuer: id });
      return issuer;
    },
    hostsOf: ({ customer }) => directory.hostsOfCustomer(customer),
  };
};
