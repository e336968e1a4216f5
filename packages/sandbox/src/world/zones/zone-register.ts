import { isWithin, normalHost } from "./dns-entry.ts";
import type { Sickness } from "./sickness.ts";
import type { Zone } from "./zone.ts";

/** What one DNS server shows of the zones. */
export type ZoneView = {
  /** The zone with the longest origin that holds `host`. */
  zoneOf(host: string): Zone | undefined;
  sicknessOf(zone: Zone): Sickness | undefined;
  /** A signed zone is answered with the AD bit. */
  isSigned(zone: Zone): boolean;
};

/** All zones of the world, and how they feel. */
export type ZoneRegister = Pick<ZoneView, "zoneOf"> & {
  add(zone: Zone): void;
  zone(origin: string): Zone | undefined;
  /** Makes a zone ill, or well again; with `seenFrom` only for those who look from there, instead of what holds for all. */
  infect(origin: string, sickness: Sickness | undefined, seenFrom?: string): void;
  sign(origin: string, isSigned: boolean): void;
  /** The zones as the DNS server of one place shows them. */
  seenFrom(place: string): ZoneView;
};

type Illness = { readonly sickness: Sickness; readonly zone: Zone | undefined };

const EVERYWHERE = "";

const keyOf = (origin: string, place: string): string => `${normalHost(origin)} ${place}`;

const frozen = (zone: Zone): Zone => {
  const [serial, entries] = [zone.serial(), zone.entries()];
  return { ...zone, serial: () => serial, entries: () => entries };
};

export const createZoneRegister = (): ZoneRegister => {
  const zones = new Map<string, Zone>();
  const illnesses = new Map<string, Illness>();
  const signed = new Set<string>();

  const zoneOf = (host: string): Zone | undefined => {
    const wanted = normalHost(host);
    return [...zones.values()]
      .filter((zone) => isWithin(wanted, zone.origin))
      .toSorted((one, other) => other.origin.length - one.origin.length)[0];
  };

  const zone = (origin: string): Zone | undefined => zones.get(normalHost(origin));

  const infect: ZoneRegister["infect"] = (origin, sickness, seenFrom = EVERYWHERE) => {
    const present = zone(origin);
    const shown = present && sickness?.kind === "stale" ? frozen(present) : present;
    if (sickness) illnesses.set(keyOf(origin, seenFrom), { sickness, zone: shown });
    else illnesses.delete(keyOf(origin, seenFrom));
  };

  const seenFrom = (place: string): ZoneView => {
    const illnessOf = ({ origin }: Zone): Illness | undefined =>
      illnesses.get(keyOf(origin, place)) ?? illnesses.get(keyOf(origin, EVERYWHERE));
    return {
      zoneOf: (host) => {
        const found = zoneOf(host);
        return (found && illnessOf(found)?.zone) ?? found;
      },
      sicknessOf: (zone) => illnessOf(zone)?.sickness,
      isSigned: ({ origin }) => signed.has(origin),
    };
  };

  return {
    add: (added) => void zones.set(added.origin, added),
    zoneOf,
    zone,
    infect,
    sign: (origin, isSigned) => void (isSigned ? signed.add(normalHost(origin)) : signed.delete(normalHost(origin))),
    seenFrom,
  };
};
