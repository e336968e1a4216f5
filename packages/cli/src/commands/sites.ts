import type { Host, Site } from "@hostseal/core";
import { isWildcard } from "@hostseal/rules";
import type { Run } from "../command-line/command-row.ts";
import type { Adapters } from "../composition/create-adapters.ts";
import { EXIT } from "../exit-codes.ts";
import type { SiteLook } from "../views/site-table.ts";
import { isAsInstalled, toSiteJson, toSiteTable } from "../views/site-table.ts";
import { openAdapters } from "./open-adapters.ts";

const lookAt = async (host: Host, site: Site, { probe }: Adapters): Promise<SiteLook> => {
  const names = site.names.filter((name) => !isWildcard(name));
  const [installed, looks] = await Promise.all([
    host.installed(site.id),
    Promise.all(names.map((name) => probe.tls({ name }))),
  ]);
  return { host: host.id, site, installed, looks };
};

const lookAround = async (host: Host, adapters: Adapters): Promise<readonly SiteLook[]> => {
  const sites = await host.sites();
  return Promise.all(sites.map((site) => lookAt(host, site, adapters)));
};

/** `hostseal sites`: every site of the hosts, what its host believes and what the outside sees. */
export const sites: Run = async (context) => {
  const adapters = await openAdapters(context);
  const looks = (await Promise.all([...adapters.hosts.values()].map((host) => lookAround(host, adapters)))).flat();
  return {
    exit: looks.every(isAsInstalled) ? EXIT.done : EXIT.unproven,
    lines: looks.length === 0 ? ["No host has a site."] : toSiteTable(looks, adapters.clock.now()),
    json: toSiteJson(looks),
  };
};
