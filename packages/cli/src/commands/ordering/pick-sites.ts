import { asId, failure, sitesFor } from "@hostseal/core";
import type { HostId, SiteId, Wishes } from "@hostseal/core";
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

/** Where to install: the sites that were named, or those that answer for the ordered names. */
export const pickSites = async (
  names: readonly DomainName[],
  { world, named }: { readonly world: LocalWorld; readonly named: readonly string[] },
): Promise<readonly Installation[]> => {
  if (named.length > 0) return Promise.all(named.map((text) => fromText(text, world)));
  return sitesFor(names, world.hosts.values());
};
