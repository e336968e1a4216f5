import type { DnsEntry, Zone } from "@hostseal/sandbox";
import { readFlags, UsageFault } from "../arguments.ts";
import { placeFor, type Program } from "../program.ts";
import type { Place } from "../server-room.ts";
import { expanded, isInside, readText, written, zoneOf } from "./dns-lines.ts";

type Asked = { readonly host: string; readonly type: string; readonly rest: string };

/** Name, type and value in one parameter, taken apart at white space. */
const asked = (parameter: string, place: Place, flag: string): Asked => {
  const [name = "", type = "", ...values] = parameter.split(/\s+/);
  if (name === "" || type === "")
    throw new UsageFault(`--${flag} must be followed by the record name, type and values`);
  return { host: expanded(name, place), type: type.toUpperCase(), rest: values.join(" ") };
};

const toEntry = ({ host, type, rest }: Asked): DnsEntry | undefined => {
  if (type === "TXT") {
    const value = readText(rest);
    return value === undefined ? undefined : { host, type, value };
  }
  if (type === "CNAME") return { host, type, value: rest.replace(/\.$/, "") };
  throw new UsageFault(`Invalid DNS record type ${type}`);
};

const add = (zone: Zone, place: Place, parameter: string): string => {
  const wish = asked(parameter, place, "add-record");
  if (wish.rest === "") throw new UsageFault("--add-record must be followed by the record name, type and values");
  const entry = toEntry(wish);
  if (!isInside(wish.host, place)) return `.. record ${wish.host}. is not in this domain`;
  if (entry && zone.entries().some((one) => one.host === entry.host && written(one) === written(entry)))
    return `.. a record named ${wish.host}. already exists`;
  // With a bare quote in it the zone file is not loaded again, and nobody is told.
  if (entry) zone.add(entry);
  return ".. done";
};

/** A record that is not there is no failure. */
const remove = (zone: Zone, place: Place, parameter: string): string => {
  const { host, type, rest } = asked(parameter, place, "remove-record");
  const found = zone
    .entries()
    .filter((one) => one.host === host && one.type === type && (rest === "" || written(one) === rest));
  for (const entry of found) zone.remove(entry);
  return found.length > 0 ? ".. done" : ".. no matching records found!";
};

export const modifyDns: Program = {
  needs: "records",
  run: (run) => {
    const flags = readFlags(run.given, { valued: ["domain", "add-record", "remove-record"], bare: [] });
    const domain = flags.required("domain");
    const place = placeFor(run, domain, { capability: "records", unknown: `Domain ${domain} does not exist` });
    const zone = zoneOf(run.room, place, "Virtual server $1 does not have a DNS domain");
    const [added, removed] = [flags.values("add-record"), flags.values("remove-record")];
    if (added.length + removed.length === 0) throw new UsageFault("Nothing to do");
    const lines = [
      ...removed.flatMap((one) => [`Deleting 1 DNS records ..`, remove(zone, place, one)]),
      ...added.flatMap((one) => [`Adding 1 DNS records ..`, add(zone, place, one)]),
    ];
    return [`Updating server ${domain} ..`, ...lines.map((line) => `    ${line}`), ".. done"].join("\n");
  },
};
