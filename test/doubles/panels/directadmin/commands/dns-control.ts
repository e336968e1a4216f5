import type { DnsEntry, Zone } from "@hostseal/sandbox";
import {
  type Command,
  type CommandAnswer,
  type CommandCall,
  content,
  done,
  domainOf,
  refuse,
  unknownAction,
} from "./command.ts";
import { listingOf } from "./zone-listing.ts";

const ADDABLE = ["A", "AAAA", "CNAME", "MX", "NS", "TXT", "CAA"] as const;
const SELECTED = /^(?:a|aaaa|cname|mx|ns|txt|caa)recs\d+$/;

const zoneOf = (call: CommandCall): Zone => {
  const { name } = domainOf(call);
  const { ground } = call.premises.world;
  const isHosted = ground.accounts.get(call.caller.user)?.zones.includes(name) === true;
  const zone = isHosted ? ground.zones.zone(name) : undefined;
  if (!zone) throw refuse("Cannot read zone", `There is no zone for ${name} on this server`);
  return zone;
};

const list = (call: CommandCall): CommandAnswer => {
  const records = listingOf(call.premises.world, zoneOf(call));
  return content({ records: records.map(({ shown }) => shown) });
};

const field = ({ fields }: CommandCall, name: string): string => {
  const value = fields[name];
  if (value === undefined || value === "") throw refuse("Cannot add record", `${name} is missing`);
  return value;
};

const absolute = (name: string, { origin }: Zone): string =>
  name.endsWith(".") ? name.slice(0, -1) : `${name}.${origin}`;

/** A text has to come in quotes, a name that is not below the zone with its final dot. */
const valueIn = (type: DnsEntry["type"], value: string, zone: Zone): string => {
  if (type === "CNAME") return absolute(value, zone);
  if (type !== "TXT") return value;
  if (!/^".*"$/s.test(value)) throw refuse("Cannot add record", "The value of a TXT record must be in quotes");
  return value.slice(1, -1).replaceAll(/\\([\s\S])/g, "$1");
};

const add = (call: CommandCall): CommandAnswer => {
  const zone = zoneOf(call);
  const type = ADDABLE.find((known) => known === field(call, "type"));
  if (!type) throw refuse("Cannot add record", "This type is not known");
  zone.add({ host: absolute(field(call, "name"), zone), type, value: valueIn(type, field(call, "value"), zone) });
  return done("Record Added");
};

/** Says that it did, whatever it found. */
const remove = (call: CommandCall): CommandAnswer => {
  const zone = zoneOf(call);
  const selected = Object.entries(call.fields).filter(([name]) => SELECTED.test(name));
  if (selected.length === 0) throw refuse("Cannot delete records", "No record is selected");
  for (const [name, combined] of selected) {
    const listed = listingOf(call.premises.world, zone).find(
      ({ shown }) => shown.combined === combined && name.startsWith(`${shown.type.toLowerCase()}recs`),
    );
    if (listed?.entry && !call.premises.habits.deletesLie) zone.remove(listed.entry);
  }
  return done("Records Deleted");
};

/** `CMD_API_DNS_CONTROL`. */
export const dnsControl: Command = (call) => {
  const { action } = call.fields;
  if (call.method === "GET" && action === undefined) return list(call);
  if (call.method !== "POST") throw unknownAction(call);
  if (action === "add") return add(call);
  if (action === "select" && call.fields["delete"] === "yes") return remove(call);
  throw unknownAction(call);
};
