import { type CustomerId, type Host, type HostId, reasonOf, type Site, type TlsObservation } from "@hostseal/core";
import { type Instant, isWildcard, MINUTE } from "@hostseal/rules";
import type { ServerWorld } from "../../server-world.ts";

/** One site, and what the outside saw of it. */
export type SeenSite = {
  readonly host: HostId;
  readonly site: Site;
  readonly looks: readonly TlsObservation[];
  readonly lookedAt: Instant;
};

export type SiteList = {
  readonly sites: readonly SeenSite[];
  /** Hosts that did not answer. */
  readonly missing: readonly HostId[];
};

/** The sites of each customer as they were last seen. An old picture is shown at once and renewed behind it. */
export type SiteBook = {
  list(customer: CustomerId): Promise<SiteList>;
  /** The next list is a new picture. */
  forget(customer: CustomerId): void;
};

type Picture = { readonly taken: Promise<SiteList>; readonly at: Instant; isRenewing: boolean };

const FRESH = MINUTE;
/** A picture older than this says nothing any more. */
const USABLE = 60 * MINUTE;
/** Handshakes of one customer at the same time. */
const AT_ONCE = 16;

/** Does the work of a list, so many at a time, and keeps its order. */
const inBatches = async <Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  return results;
};

export const createSiteBook = (world: ServerWorld): SiteBook => {
  const pictures = new Map<CustomerId, Picture>();

  const look = async (host: Host, site: Site): Promise<SeenSite> => {
    const names = site.names.filter((name) => !isWildcard(name));
    const looks = await Promise.all(names.map((name) => world.probe.tls({ name })));
    return { host: host.id, site, looks, lookedAt: world.clock.now() };
  };

  const sitesOf = async (host: Host): Promise<readonly Site[] | undefined> =>
    host.sites().catch((thrown: unknown) => {
      world.log.emit({ level: "warning", event: "host.silent", details: { host: host.id, because: reasonOf(thrown) } });
      return undefined;
    });

  const take = async (customer: CustomerId): Promise<SiteList> => {
    const hosts = world.hostsOfCustomer(customer);
    const found = await Promise.all(hosts.map(async (host) => ({ host, sites: await sitesOf(host) })));
    const all = found.flatMap(({ host, sites = [] }) => sites.map((site) => ({ host, site })));
    return {
      sites: await inBatches(all, async ({ host, site }) => look(host, site)),
      missing: found.filter(({ sites }) => sites === undefined).map(({ host }) => host.id),
    };
  };

  const renew = (customer: CustomerId): Promise<SiteList> => {
    const taken = take(customer);
    const picture: Picture = { taken, at: world.clock.now(), isRenewing: false };
    const old = pictures.get(customer);
    if (old) old.isRenewing = true;
    const put = (): void => void pictures.set(customer, picture);
    if (old) void taken.then(put, () => (old.isRenewing = false));
    else put();
    return taken;
  };

  return {
    list: async (customer) => {
      const picture = pictures.get(customer);
      const age = picture ? world.clock.now() - picture.at : Infinity;
      if (!picture || age > USABLE) return renew(customer);
      if (age > FRESH && !picture.isRenewing) void renew(customer);
      return picture.taken;
    },
    forget: (customer) => void pictures.delete(customer),
  };
};
