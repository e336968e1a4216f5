import { asId, failure, type Site, type SiteId } from "@hostseal/core";
import { toNames } from "@hostseal/panel";
import type { CpanelClient } from "../client.ts";
import { type Domain, domains } from "../wire.ts";

/** A virtual host of Apache with what Hostseal calls a site, and where it lies. */
export type Vhost = { readonly site: Site; readonly home: string; readonly documentRoot: string };

const namesOf = ({ domain, serveralias, servername }: Domain): readonly string[] => [
  domain,
  ...(serveralias ?? "").split(/\s+/),
  servername,
];

/**
 * One site for each virtual host, under its server name; names that share one are its aliases. An addon domain comes
 * before the subdomain that cPanel made for it.
 */
export const toVhosts = (listed: readonly Domain[]): readonly Vhost[] => {
  const groups = Map.groupBy(listed, ({ servername }) => servername);
  return [...groups].flatMap(([servername, group]) => {
    const [first] = group;
    if (!first) return [];
    const { homedir: home, documentroot: documentRoot } = first;
    return [
      {
        site: { id: asId<SiteId>(servername), names: toNames(group.flatMap(namesOf)), documentRoot },
        home,
        documentRoot,
      },
    ];
  });
};

export const listVhosts = async (client: CpanelClient): Promise<readonly Vhost[]> =>
  toVhosts(await client.uapi("DomainInfo::domains_data", domains, { format: "list" }));

/** Failure: `host.site-unknown`. */
export const requireVhost = (vhosts: readonly Vhost[], site: SiteId, host: string): Vhost => {
  const found = vhosts.find((vhost) => vhost.site.id === site);
  if (!found) throw failure("host.site-unknown", { host, site });
  return found;
};

export const findVhost = async (client: CpanelClient, site: SiteId): Promise<Vhost> =>
  requireVhost(await listVhosts(client), site, client.host);
