import { asId, failure } from "@hostseal/core";
import type { Host, HostId, SiteId, Wishes } from "@hostseal/core";
import { covers } from "@hostseal/rules";
import type { DomainName } from "@hostseal/rules";
import type { LocalWorld } from "../../composition/create-world.ts";

type Installation = Wishes["installations"][number];

const fromText = async (text: string, world: LocalWorld): Promise<Installation> => {
  const [hostText, siteText, ...rest] = text.split(":");
  if (!hostText || !siteText || rest.length > 0)
    throw failure("input.option", {
      option: `--install ${text}`,
      because: "write it as host:site (see `hostseal sites`)",
    });
  const host = world.host(asId<HostId>(hostText));
  const site = asId<SiteId>(siteText);
  if (!(await host.sites()).some(({ id }) => id === site)) throw failure("host.site-unknown", { host: hostText, site });
  return { host: host.id, site };
};

const sitesOn = async (host: Host, names: readonly DomainName[]): Promise<readonly Installation[]> => {
  const sites = await host.sites();
  const serving = sites.filter((site) =>
    site.names.some((name) => names.some((wanted) => wanted === name || covers(wanted, name))),
  );
  return serving.map(({ id }) => ({ host: host.id, site: id }));
};

/** Where to install: the sites that were named, or those that answer for the ordered names. */
export const pickSites = async (
  names: readonly DomainName[],
  { world, named }: { readonly world: LocalWorld; readonly named: readonly string[] },
): Promise<readonly Installation[]> => {
  if (named.length > 0) return Promise.all(named.map((text) => fromText(text, world)));
  const found = await Promise.all([...world.hosts.values()].map((host) => sitesOn(host, names)));
  return found.flat();
};
