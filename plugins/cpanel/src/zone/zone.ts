import { type Clock, type DnsZone, failure, type Random, type ZoneRecord } from "@hostseal/core";
import { MINUTE } from "@hostseal/rules";
import type { CpanelClient, Fields } from "../client.ts";
import { isSerialConflict } from "../translate.ts";
import { authorities, type ZoneLine, zoneLines } from "../wire.ts";
import { linesOf, serialOf, toAddition } from "./zone-lines.ts";

export type ZoneDeps = { readonly clock: Clock; readonly random: Random };

const TRIES = 3;
const LONGEST_PAUSE = 256;
const REMEMBERED = 10 * MINUTE;

/** The panel asks for a domain; labels with an underscore, and wildcards, are no part of one. */
const domainOf = (host: string): string =>
  host
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^(?:(?:_[^.]*|\*)\.)+/, "");

/** The zone of a domain, where this server is asked for it. */
const askForZone = async (client: CpanelClient, domain: string): Promise<string | undefined> => {
  const [found] = await client.uapi("DNS::has_local_authority", authorities, { domain });
  return found?.local_authority && found.zone ? found.zone.toLowerCase() : undefined;
};

/** Remembers for ten minutes where a zone is, so that an order asks once for all its records. */
const createZoneFinder = (client: CpanelClient, clock: Clock): DnsZone["zoneFor"] => {
  const known = new Map<string, { readonly zone: string; readonly until: number }>();
  return async (host) => {
    const domain = domainOf(host);
    const remembered = known.get(domain);
    if (remembered && remembered.until > clock.now()) return remembered.zone;
    known.delete(domain);
    const zone = await askForZone(client, domain);
    if (zone !== undefined) known.set(domain, { zone, until: clock.now() + REMEMBERED });
    return zone;
  };
};

type Change = (lines: readonly ZoneLine[], zone: string) => Fields | undefined;

const addition =
  (record: ZoneRecord): Change =>
  (lines, zone) =>
    linesOf(lines, record, zone).length > 0 ? undefined : { add: toAddition(record) };

const removal =
  (record: ZoneRecord): Change =>
  (lines, zone) => {
    const found = linesOf(lines, record, zone);
    if (found.length === 0) return undefined;
    return Object.fromEntries(found.map((line, place) => [`remove-${place}`, String(line)]));
  };

/** Reads the zone and writes with its serial number, so that a change by somebody else in between is not lost. */
export const createZone = (client: CpanelClient, { clock, random }: ZoneDeps): DnsZone => {
  const zoneFor = createZoneFinder(client, clock);

  const pause = async (): Promise<void> => clock.until(clock.now() + ((random.bytes(1)[0] ?? 0) % LONGEST_PAUSE));

  const attempt = async (zone: string, change: Change): Promise<Error | undefined> => {
    const lines = await client.uapi("DNS::parse_zone", zoneLines, { zone });
    const fields = change(lines, zone);
    if (!fields) return undefined;
    const spoken = await client.ask("DNS::mass_edit_zone", { zone, serial: serialOf(lines) ?? "", ...fields });
    if (spoken.kind === "done") return undefined;
    const refusal = client.refuse("DNS::mass_edit_zone", spoken);
    if (isSerialConflict(spoken.words)) return refusal;
    throw refusal;
  };

  const edit = async ({ host }: ZoneRecord, change: Change): Promise<void> => {
    const zone = await zoneFor(host);
    if (zone === undefined)
      throw failure("host.refused", { host: client.host, because: `the zone of ${host} is not hosted there` });
    let conflict: Error | undefined;
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await pause();
      conflict = await attempt(zone, change);
      if (!conflict) return;
    }
    throw conflict;
  };

  return {
    zoneFor,
    add: async (record) => edit(record, addition(record)),
    remove: async (record) => edit(record, removal(record)),
  };
};
