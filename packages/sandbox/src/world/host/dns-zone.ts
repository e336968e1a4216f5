import type { DnsZone, ZoneRecord } from "@hostseal/core";
import type { PanelClient } from "./panel-client.ts";
import { nothing, zones } from "./wire.ts";

const toWire = ({ type, host, value }: ZoneRecord) => ({ type, name: host, content: value });

export const createDnsZone = (panel: PanelClient): DnsZone => ({
  zoneFor: async (host) => (await panel({ method: "GET", path: "/zones", query: { host } }, zones)).zones[0]?.name,
  add: async (record) => void (await panel({ method: "POST", path: "/records", body: toWire(record) }, nothing)),
  remove: async (record) => void (await panel({ method: "DELETE", path: "/records", query: toWire(record) }, nothing)),
});
