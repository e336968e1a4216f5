import { decide, type Order, type Standing, standingOf, type TlsEndpoint } from "@hostseal/core";
import { covers, type DomainName, type Instant, toUnicodeName } from "@hostseal/rules";
import { type LicenceView, toLicenceView } from "../licence-view.ts";
import { type Tone, toneOf, urgencyOf } from "../tone.ts";
import type { SeenSite, SiteList } from "./site-book.ts";

/** What a site serves now, as a visitor sees it. */
export type Served =
  | { readonly kind: "trusted" | "untrusted" | "ended"; readonly until: Instant }
  | { readonly kind: "nothing"; readonly because: string }
  | { readonly kind: "no-address" };

export type SiteRow = {
  readonly host: string;
  readonly site: string;
  readonly names: readonly string[];
  readonly standing: Standing | "unsecured" | "secured-elsewhere";
  readonly tone: Tone;
  readonly served: Served;
  readonly lookedAt: Instant;
  /** Names that visitors use and no trusted certificate covers. */
  readonly uncovered: readonly string[];
  readonly order?: string;
  readonly certificateUntil?: Instant;
  readonly licence?: LicenceView;
};

export type SitesView = { readonly rows: readonly SiteRow[]; readonly missing: readonly string[] };

const toServed = (endpoint: TlsEndpoint | undefined, now: Instant): Served => {
  if (endpoint === undefined) return { kind: "no-address" };
  if (endpoint.kind === "failed") return { kind: "nothing", because: endpoint.because };
  const { notAfter: until, chain } = endpoint;
  if (until <= now) return { kind: "ended", until };
  return { kind: chain.kind === "complete" ? "trusted" : "untrusted", until };
};

const isCovered = ({ looks }: SeenSite, name: DomainName, now: Instant): boolean =>
  looks
    .filter((look) => look.name === name)
    .flatMap(({ endpoints }) => endpoints)
    .some((endpoint) => toServed(endpoint, now).kind === "trusted" && hasName(endpoint, name));

const hasName = (endpoint: TlsEndpoint, name: DomainName): boolean =>
  endpoint.kind === "served" && endpoint.names.some((one) => one === name || covers(one as DomainName, name));

/** The order that stands for a site: a running one before one that ended, the newest of each. */
const orderFor = (orders: readonly Order[], { host, site }: SeenSite): Order | undefined => {
  const mine = orders.filter(({ wishes }) =>
    wishes.installations.some((place) => place.host === host && place.site === site.id),
  );
  const newest = mine.toSorted((one, other) => other.createdAt - one.createdAt);
  return newest.find(({ state }) => state.kind !== "ended") ?? newest[0];
};

const standingWithout = (served: Served): Pick<SiteRow, "standing" | "tone"> =>
  served.kind === "trusted" ? { standing: "secured-elsewhere", tone: "good" } : { standing: "unsecured", tone: "act" };

const standingWith = (order: Order, now: Instant): Pick<SiteRow, "standing" | "tone"> => {
  const standing = standingOf(order, decide(order, now));
  return { standing, tone: toneOf[standing] };
};

/** A site with its order and its state: what its place in the list depends on. */
export type RankedSite = Pick<SiteRow, "standing" | "tone" | "served"> & {
  readonly seen: SeenSite;
  readonly order: Order | undefined;
};

const ranked = (seen: SeenSite, orders: readonly Order[], now: Instant): RankedSite => {
  const order = orderFor(orders, seen);
  const served = toServed(seen.looks.flatMap(({ endpoints }) => endpoints)[0], now);
  return { seen, order, served, ...(order ? standingWith(order, now) : standingWithout(served)) };
};

/** Every site of a customer, the most urgent first. */
export const rankSites = ({ sites }: SiteList, orders: readonly Order[], now: Instant): readonly RankedSite[] =>
  sites.map((seen) => ranked(seen, orders, now)).toSorted((one, other) => urgencyOf(one.tone) - urgencyOf(other.tone));

/** Everything that is shown of a site. */
export const toRow = ({ seen, order, ...state }: RankedSite, now: Instant): SiteRow => {
  const { site, looks, lookedAt, host } = seen;
  const licence = order && toLicenceView(order, now);
  const uncovered = looks.map(({ name }) => name).filter((name) => !isCovered(seen, name, now));
  return {
    host,
    site: site.id,
    names: site.names.map(toUnicodeName),
    ...state,
    lookedAt,
    uncovered: uncovered.map(toUnicodeName),
    ...(order && { order: order.id }),
    ...(order?.certificate && { certificateUntil: order.certificate.notAfter }),
    ...(licence && { licence }),
  };
};

/** All sites of a customer, the most urgent first. */
export const toSitesView = (list: SiteList, orders: readonly Order[], now: Instant): SitesView => ({
  rows: rankSites(list, orders, now).map((one) => toRow(one, now)),
  missing: list.missing,
});
