import { isSameEntry, isWithin, normalHost } from "../../zones/dns-entry.ts";
import express, { type Response, type Router } from "express";
import { z } from "zod";
import type { DnsEntry } from "../../zones/dns-entry.ts";
import type { Zone } from "../../zones/zone.ts";
import { callerOf, requirePermission } from "../authorise.ts";
import type { Panel } from "../panel.ts";
import { refusal } from "../panel-refusal.ts";

const HOST = /^(?!.{254})(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/i;
const LONGEST_TEXT = 4_096;

const host = z.string().transform(normalHost).pipe(z.string().regex(HOST));
const record = z.discriminatedUnion("type", [
  z.object({ type: z.literal("TXT"), name: host, content: z.string().max(LONGEST_TEXT) }),
  z.object({ type: z.literal("CNAME"), name: host, content: host }),
]);

/** The caller's zone that a host lives in: a zone further down that belongs to somebody else takes its names with it. */
const zoneFor = (panel: Panel, response: Response, wanted: string): Zone => {
  const zone = panel.zones.zoneOf(wanted);
  if (!zone || !callerOf(response).zones.includes(zone.origin)) {
    throw refusal(404, "zone_unknown", "The zone of this name is not hosted here");
  }
  return zone;
};

const refuseConflict = (zone: Zone, added: DnsEntry): void => {
  const others = zone.entries().filter((entry) => entry.host === added.host && !isSameEntry(entry, added));
  if (others.some(({ type }) => type === "CNAME") || (added.type === "CNAME" && others.length > 0)) {
    throw refusal(409, "record_conflict", "An alias cannot stand beside other records of the same name");
  }
};

const toEntry = (given: unknown): DnsEntry => {
  const { type, name, content } = record.parse(given);
  return { type, host: name, value: content };
};

/** `GET /zones?host=` names the zone of a host, `POST /records` adds one record, `DELETE /records?…` removes it. */
export const createRecordRoutes = (panel: Panel): Router => {
  const router = express.Router();
  const write = requirePermission("dns:write");

  router.get("/zones", (request, response) => {
    const wanted = normalHost(z.string().parse(request.query["host"]));
    const zone = panel.zones.zoneOf(wanted);
    const isHere =
      zone !== undefined && isWithin(wanted, zone.origin) && callerOf(response).zones.includes(zone.origin);
    response.json({ zones: isHere ? [{ name: zone.origin }] : [] });
  });

  router.post("/records", write, (request, response) => {
    const entry = toEntry(request.body);
    const zone = zoneFor(panel, response, entry.host);
    refuseConflict(zone, entry);
    zone.add(entry);
    response.json({});
  });

  router.delete("/records", write, (request, response) => {
    const entry = toEntry(request.query);
    zoneFor(panel, response, entry.host).remove(entry);
    response.json({});
  });

  return router;
};
