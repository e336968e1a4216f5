import { type DnsZone, failure, type ZoneRecord } from "@hostseal/core";
import type { Client } from "../api/client.ts";
import { absoluteName, combine, fromWire, toWire } from "./record-text.ts";
import { type ListedRecord, records } from "../wire.ts";

type Zone = { readonly origin: string; readonly records: readonly ListedRecord[] };

const PATH = "/CMD_API_DNS_CONTROL";

/** Names a zone for a host could have, the longest first: names of domains have no underscore and no star. */
const originsFor = (host: string): readonly string[] => {
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  return labels
    .slice(0, -1)
    .map((_label, index) => labels.slice(index).join("."))
    .filter((origin) => /^[a-z0-9]/.test(origin));
};

const isWithin = (host: string, name: string): boolean => host === name || host.endsWith(`.${name}`);

/** Whether the zone hands this part of itself to other name servers. */
const isDelegated = ({ origin, records }: Zone, host: string): boolean =>
  records.some(({ type, name }) => {
    const cut = absoluteName(name, origin);
    return type === "NS" && cut !== origin && isWithin(host.toLowerCase(), cut);
  });

/** The zone that holds a host: one call for each level that has no zone of its own, and one for that which has. */
const findZone = async (client: Client, host: string): Promise<Zone | undefined> => {
  for (const origin of originsFor(host)) {
    const reply = await client.ask({ method: "GET", path: PATH, query: { domain: origin, json: "yes" } });
    if (reply.kind === "refused") continue;
    const zone = { origin, ...client.take(reply, records) };
    return isDelegated(zone, host) ? undefined : zone;
  }
  return undefined;
};

const matching = ({ origin, records }: Zone, record: ZoneRecord): ListedRecord | undefined => {
  const wanted = toWire(record);
  const name = absoluteName(wanted.name, origin);
  const value = fromWire(record.type, wanted.value, origin);
  return records.find(
    (listed) =>
      listed.type === record.type &&
      absoluteName(listed.name, origin) === name &&
      fromWire(listed.type, listed.value, origin) === value,
  );
};

/** The commands say that they did it whether they did or not, so the zone is read again after each. */
export const createDnsZone = (client: Client): DnsZone => {
  const change = async (fields: Readonly<Record<string, string>>): Promise<void> =>
    client.run({ method: "POST", path: PATH, body: { kind: "form", fields: { ...fields, json: "yes" } } });

  const reread = async ({ origin }: Zone): Promise<Zone> => ({
    origin,
    ...(await client.read({ method: "GET", path: PATH, query: { domain: origin, json: "yes" } }, records)),
  });

  const refuse = (because: string) => failure("host.refused", { host: client.host, because });

  return {
    zoneFor: async (host) => (await findZone(client, host))?.origin,
    add: async (record) => {
      const zone = await findZone(client, record.host);
      if (!zone) throw refuse(`the zone of ${record.host} is not hosted there`);
      if (matching(zone, record)) return;
      await change({ domain: zone.origin, action: "add", type: record.type, ...toWire(record) });
      if (!matching(await reread(zone), record))
        throw refuse("it says that the record was added, and does not show it");
    },
    remove: async (record) => {
      const zone = await findZone(client, record.host);
      const listed = zone && matching(zone, record);
      if (!zone || !listed) return;
      const selected = { [`${record.type.toLowerCase()}recs0`]: listed.combined ?? combine(listed) };
      await change({ domain: zone.origin, action: "select", delete: "yes", ...selected });
      if (matching(await reread(zone), record))
        throw refuse("it says that the record was deleted, and goes on showing it");
    },
  };
};
