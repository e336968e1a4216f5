import type { Ground } from "@hostseal/sandbox";
import { at, textAt } from "../packet/element.ts";
import { ok, refused, type Reply, tag, value } from "../packet/reply.ts";
import { filter, one, sequence } from "../packet/shape.ts";
import { type Caller, maySee, type Premises } from "../premises.ts";
import { type Operation, permitted, type Run } from "./operation.ts";

type Zone = NonNullable<ReturnType<Ground["zones"]["zoneOf"]>>;
type Entry = ReturnType<Zone["entries"]>[number];

const FIRST_RECORD = 4537;
const ADDABLE = new Set(["TXT", "CNAME"]);
const NAMED = new Set(["CNAME", "NS"]);

const isKeptHere = ({ ground }: Premises, owner: string, { origin }: Zone): boolean =>
  ground.accounts.get(owner)?.zones.includes(origin) ?? false;

/** The zone of the domain with this number. */
const zoneOfSite = (premises: Premises, caller: Caller, id: string): Zone | undefined => {
  const site = premises.estate.sites.find((one) => String(one.id) === id && maySee(caller, one));
  const zone = site && premises.ground.zones.zoneOf(site.name);
  return zone && isKeptHere(premises, site.subscription.owner, zone) ? zone : undefined;
};

const idOf = ({ recordIds }: Premises, { origin }: Zone, { host, type, value: content }: Entry): number => {
  const key = [origin, host, type, content].join(" ");
  const id = recordIds.get(key) ?? FIRST_RECORD + recordIds.size;
  recordIds.set(key, id);
  return id;
};

const noDomain = (): Reply => refused(1015, "Domain does not exist.");

const conflicts = (zone: Zone, { host, type }: Entry): boolean => {
  const others = zone.entries().filter((entry) => entry.host === host);
  return others.some((other) => other.type === "CNAME") || (type === "CNAME" && others.length > 0);
};

const add: Run = (request, premises, caller) => {
  const zone = zoneOfSite(premises, caller, textAt(request, "site-id"));
  if (!zone) return [noDomain()];
  const [type, relative] = [textAt(request, "type"), textAt(request, "host")];
  if (!ADDABLE.has(type)) return [refused(1019, "Incorrect type of the DNS record.")];
  if (relative === zone.origin || relative.endsWith(`.${zone.origin}`) || relative.endsWith("."))
    return [refused(1019, "The host must be relative to the zone.")];
  const host = relative === "" ? zone.origin : `${relative}.${zone.origin}`;
  const entry: Entry = { host, type: type as "TXT" | "CNAME", value: textAt(request, "value") };
  const isThere = zone
    .entries()
    .some((other) => other.host === host && other.type === type && other.value === entry.value);
  if (isThere) return [refused(1007, "Such DNS record already exists.")];
  if (conflicts(zone, entry)) return [refused(1023, "The DNS record conflicts with another one.")];
  if (!premises.habits.leavesZones) zone.add(entry);
  return [ok(value("id", idOf(premises, zone, entry)))];
};

const shown = (entry: Entry): string => (NAMED.has(entry.type) ? `${entry.value}.` : entry.value);

const list: Run = (request, premises, caller) =>
  (at(request, "filter")?.children ?? []).flatMap(({ text: site }): readonly Reply[] => {
    const zone = zoneOfSite(premises, caller, site);
    if (!zone) return [noDomain()];
    return zone.entries().map((entry) => {
      const content = [value("type", entry.type), value("host", `${entry.host}.`), value("value", shown(entry))];
      return ok(value("id", idOf(premises, zone, entry)), tag("data", value("site-id", site), ...content, tag("opt")));
    });
  });

const findById = (premises: Premises, caller: Caller, id: string) => {
  const zones = premises.estate.sites.flatMap((site) => zoneOfSite(premises, caller, String(site.id)) ?? []);
  for (const zone of new Set(zones)) {
    const entry = zone.entries().find((one) => String(idOf(premises, zone, one)) === id);
    if (entry) return { zone, entry };
  }
  return undefined;
};

const remove: Run = (request, premises, caller) =>
  (at(request, "filter")?.children ?? []).map(({ text: id }) => {
    const found = findById(premises, caller, id);
    if (!found) return refused(1013, "Record does not exist.", value("id", id));
    if (!premises.habits.leavesZones) found.zone.remove(found.entry);
    return ok(value("id", id));
  });

export const dnsOperations: Readonly<Record<string, Operation>> = {
  "dns/add_rec": {
    shape: sequence(one("site-id"), one("type"), one("host"), one("value")),
    run: permitted("manage_dns", add),
  },
  "dns/get_rec": { shape: sequence(one("filter", filter("site-id"))), run: permitted("manage_dns", list) },
  "dns/del_rec": { shape: sequence(one("filter", filter("id"))), run: permitted("manage_dns", remove) },
};
