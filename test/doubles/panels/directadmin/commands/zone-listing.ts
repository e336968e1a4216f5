import type { DemoWorld, DnsEntry, Zone } from "@hostseal/sandbox";

type Shown = {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly ttl: string;
  readonly combined: string;
};

/** A record as it is shown, and the ground's entry behind it when there is one. */
export type ListedRecord = { readonly shown: Shown; readonly entry?: DnsEntry };

const TTL = "14400";

const toName = (host: string, origin: string): string =>
  host === origin ? `${origin}.` : host.slice(0, -origin.length - 1);

const toValue = ({ type, value }: Pick<DnsEntry, "type" | "value">): string => {
  if (type === "TXT") return `"${value.replaceAll(/["\\]/g, "\\$&")}"`;
  return ["CNAME", "NS", "MX"].includes(type) ? `${value}.` : value;
};

const toShown = (entry: DnsEntry, origin: string): Shown => {
  const [name, value] = [toName(entry.host, origin), toValue(entry)];
  const combined = `name=${encodeURIComponent(name)}&value=${encodeURIComponent(value)}`;
  return { name, type: entry.type, value, ttl: TTL, combined };
};

/** Zones below that other name servers have, or that are zones of their own here: each is delegated. */
const delegations = ({ residents, ground }: DemoWorld, { origin }: Zone): readonly DnsEntry[] => {
  const below = new Set(residents.map(({ zone }) => zone).filter((zone) => zone.endsWith(`.${origin}`)));
  return [...below].map((host) => ({ host, type: "NS", value: ground.zones.zone(host)?.primary ?? "" }));
};

/** A zone as the panel shows it: names relative or with a final dot, texts in quotes. */
export const listingOf = (world: DemoWorld, zone: Zone): readonly ListedRecord[] => [
  ...zone.entries().map((entry) => ({ shown: toShown(entry, zone.origin), entry })),
  ...delegations(world, zone).map((entry) => ({ shown: toShown(entry, zone.origin) })),
];
