import type { DnsEntry, Zone } from "@hostseal/sandbox";
import { UsageFault } from "../arguments.ts";
import type { Place, ServerRoom } from "../server-room.ts";

/** The zone file that a virtual server's records stand in. */
export const zoneOf = ({ ground }: ServerRoom, { name, zone }: Place, refusal: string): Zone => {
  const found = zone === undefined ? undefined : ground.zones.zone(zone);
  if (!found) throw new UsageFault(refusal.replace("$1", name));
  return found;
};

/** Relative names end with the virtual server's. */
export const expanded = (name: string, place: Place): string => {
  if (name === "@") return place.name;
  return (name.endsWith(".") ? name.slice(0, -1) : `${name}.${place.name}`).toLowerCase();
};

export const isInside = (host: string, { name }: Place): boolean => host === name || host.endsWith(`.${name}`);

/** What stands between the quotes of the zone file. */
export const written = ({ type, value }: DnsEntry): string => {
  if (type === "TXT") return value.replaceAll(/["\\]/g, String.raw`\$&`);
  return type === "CNAME" || type === "NS" ? `${value}.` : value;
};

/** What a name server reads from a quoted string; nothing when a quote inside it breaks the zone file. */
export const readText = (between: string): string | undefined =>
  /^(?:[^"\\]|\\.)*$/.test(between) ? between.replaceAll(/\\(.)/g, "$1") : undefined;
