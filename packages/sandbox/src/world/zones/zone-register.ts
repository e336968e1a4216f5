import { isWithin, normalHost } from "./dns-entry.ts";
import type { Sickness } from "./sickness.ts";
import type { Zone } from "./zone.ts";

/** All zones of the world, and how they feel. */
export type ZoneRegister = {
  add(zone: Zone): void;
  /** The zone with the longest origin that holds `host`. */
  zoneOf(host: string): Zone | undefined;
  zone(origin: string): Zone | undefined;
  /** The sickness of a zone, until it is told to be well again. */
  infect(origin: string, sickness: Sickness | undefined): void;
  sicknessOf(zone: Zone): Sickness | undefined;
  /** A signed zone is answered with the AD bit. */
  sign(origin: string, signed: boolean): void;
  isSigned(zone: Zone): boolean;
};

export const createZoneRegister = (): ZoneRegister => {
  const zones = new Map<string, Zone>();
  const sick = new Map<string, Sickness>();
  const signed = new Set<string>();

  const zoneOf = (host: string): Zone | undefined => {
    const wanted = normalHost(host);
    return [...zones.values()]
      .filter((zone) => isWithin(wanted, zone.origin))
      .toSorted((one, other) => other.origin.length - one.origin.length)[0];
  };

  return {
    add: (zone) => void zones.set(zone.origin, zone),
    zoneOf,
    zone: (origin) => zones.get(normalHost(origin)),
    infect: (origin, sickness) => {
      if (sickness) sick.set(normalHost(origin), sickness);
      else sick.delete(normalHost(origin));
    },
    sicknessOf: (zone) => sick.get(zone.origin),
    sign: (origin, isSigned) => void (isSigned ? signed.add(normalHost(origin)) : signed.delete(normalHost(origin))),
    isSigned: (zone) => signed.has(zone.origin),
  };
};
