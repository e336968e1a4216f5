import { asId, failure } from "@hostseal/core";
import type { Clock, Host, HostId, Probe, Site } from "@hostseal/core";
import { isWildcard } from "@hostseal/rules";
import { z } from "zod";
import type { CommandContext, Run } from "../command-line/command-row.ts";
import { hostIdOf } from "../composition/host-directory.ts";
import { EXIT } from "../exit-codes.ts";
import type { SiteLook } from "../views/site-table.ts";
import { isAsInstalled, toSiteJson, toSiteTable } from "../views/site-table.ts";
import { serverOptions } from "./hosting/install-options.ts";
import { openAdapters } from "./open-adapters.ts";
import { readOptions } from "./read-options.ts";

type View = { readonly hosts: readonly Host[]; readonly probe: Probe; readonly clock: Clock };

const viewOfAll = async (context: CommandContext): Promise<View> => {
  const { hosts, probe, clock } = await openAdapters(context);
  return { hosts: [...hosts.values()], probe, clock };
};

/** One host of the configuration, or a server that is not in it. */
const viewOf = async (context: CommandContext, host: string, serverConfig?: string): Promise<View> => {
  if (!host.includes("@") && serverConfig === undefined) {
    const adapters = await openAdapters(context);
    return { hosts: [adapters.host(asId<HostId>(host))], probe: adapters.probe, clock: adapters.clock };
  }
  const [{ openSshDesk }, { createSshHost }] = await Promise.all([
    import("./hosting/ssh-desk.ts"),
    import("@hostseal/installer"),
  ]);
  const { settings, probe } = await openSshDesk(context, { host, serverConfig });
  return { hosts: [createSshHost(settings)], probe, clock: settings.clock };
};

const lookAt = async (host: Host, site: Site, probe: Probe): Promise<SiteLook> => {
  const names = site.names.filter((name) => !isWildcard(name));
  const [installed, looks] = await Promise.all([
    host.installed(site.id),
    Promise.all(names.map((name) => probe.tls({ name }))),
  ]);
  return { host: host.id, site, installed, looks };
};

const lookAround = async (host: Host, probe: Probe): Promise<readonly SiteLook[]> => {
  const sites = await host.sites();
  return Promise.all(sites.map((site) => lookAt(host, site, probe)));
};

const optionsShape = { ...serverOptions, panel: z.string().optional(), account: z.string().optional() };

const requiredAccount = (panel: string, account: string | undefined): string => {
  if (account !== undefined) return account;
  throw failure("input.option", { option: "--account", because: `name the account of ${panel}` });
};

/** `hostseal sites`: every site of the hosts or of one, what its host believes and what the outside sees. */
export const sites: Run = async (context, given) => {
  const { panel, account, serverConfig, host } = readOptions(optionsShape, given.options);
  const named = panel === undefined ? host : hostIdOf(panel, requiredAccount(panel, account));
  const { hosts, probe, clock } = await (named === undefined
    ? viewOfAll(context)
    : viewOf(context, named, serverConfig));
  const looks = (await Promise.all(hosts.map((host) => lookAround(host, probe)))).flat();
  const table = toSiteTable(looks, clock.now(), { withRoots: named !== undefined });
  return {
    exit: looks.every(isAsInstalled) ? EXIT.done : EXIT.unproven,
    lines: looks.length === 0 ? ["No host has a site."] : table,
    json: toSiteJson(looks),
  };
};
