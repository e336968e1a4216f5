import { asId, type CustomerId, failure, type HostId, type Site, type SiteId } from "@hostseal/core";
import { isWildcard } from "@hostseal/rules";
import type { LocalWorld } from "../../composition/create-world.ts";
import { hostIdOf } from "../../composition/host-directory.ts";
import type { OrderOptions } from "./order-options.ts";

/** A site of an account on a panel: where to install, for whom, and which names it has. */
export type PanelPlace = {
  readonly customer: CustomerId;
  readonly host: HostId;
  readonly site: SiteId;
  /** Without wildcards, which have to be asked for. */
  readonly names: Site["names"];
};

const missing = (option: string) =>
  failure("input.option", { option, because: "--panel, --account and --site belong together" });

/** What --panel, --account and --site name; nothing without them. Fails with `host.unknown` and `host.site-unknown`. */
export const panelPlace = async (
  world: LocalWorld,
  { panel, account, site: wanted }: OrderOptions,
): Promise<PanelPlace | undefined> => {
  if (panel === undefined && account === undefined && wanted === undefined) return undefined;
  if (panel === undefined) throw missing("--panel");
  if (account === undefined) throw missing("--account");
  if (wanted === undefined) throw missing("--site");
  const host = world.host(hostIdOf(panel, account));
  const site = (await host.sites()).find(({ id }) => id === wanted);
  if (site === undefined) throw failure("host.site-unknown", { host: host.id, site: wanted });
  const names = site.names.filter((name) => !isWildcard(name));
  return { customer: asId<CustomerId>(host.id), host: host.id, site: site.id, names };
};
