import type { DnsZone, ZoneRecord } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { withoutWildcard } from "@hostseal/rules";
import type { Call } from "./moods.ts";

const sameRecord = (left: ZoneRecord, right: ZoneRecord): boolean =>
  left.type === right.type && left.host === right.host && left.value === right.value;

/** The DNS zone of some names, and what lies in it. */
export const createSimulatedZone = (names: readonly DomainName[], call: Call) => {
  let records: readonly ZoneRecord[] = [];
  const holds = (host: string): boolean => names.some((name) => host.endsWith(baseOf(name)));
  const port: DnsZone = {
    zoneFor: (host) => call(() => (holds(host) ? "zone" : undefined)),
    add: (record) =>
      call(() => {
        if (!records.some((one) => sameRecord(one, record))) records = [...records, record];
      }),
    remove: (record) =>
      call(() => {
        records = records.filter((one) => !sameRecord(one, record));
      }),
  };
  return {
    port,
    count: () => records.length,
    records: (type: ZoneRecord["type"], at: string): readonly string[] =>
      records.filter((one) => one.type === type && one.host === at).map(({ value }) => value),
  };
};

/** The last two labels: good enough for names below `example.com`. */
const baseOf = (name: DomainName): string => withoutWildcard(name).split(".").slice(-2).join(".");
