import type { DnsEntry, Zone } from "@hostseal/sandbox";
import { z } from "zod";
import { refusal } from "../refusal.ts";
import type { AccountState, ServerState } from "../server-state.ts";
import { entryAt, serialOf, toLines } from "../zone-file.ts";
import type { UapiModule } from "./uapi-function.ts";

const LONGEST_STRING = 255;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/;

const addition = z.strictObject({
  dname: z.string().min(1),
  ttl: z.int().min(1),
  record_type: z.enum(["TXT", "CNAME"]),
  data: z.array(z.string()).min(1),
});

const zoneOf = ({ world }: ServerState, account: AccountState, name: string): Zone => {
  const zone = world.ground.zones.zone(name);
  if (!zone || !world.ground.accounts.get(account.name)?.zones.includes(zone.origin))
    throw refusal(`You do not control a DNS zone named ${name}.`);
  return zone;
};

const absolute = (name: string, origin: string): string =>
  (name.endsWith(".") ? name.slice(0, -1) : `${name}.${origin}`).toLowerCase();

const toEntry = (text: string, zone: Zone): DnsEntry => {
  const { dname, record_type: type, data } = addition.parse(JSON.parse(text));
  if (data.some((part) => Buffer.byteLength(part) > LONGEST_STRING))
    throw refusal("A string is longer than 255 octets.");
  const value = type === "TXT" ? data.join("") : absolute(data[0] ?? "", zone.origin);
  return { type, host: absolute(dname, zone.origin), value };
};

const refuseConflict = (entries: readonly DnsEntry[], added: DnsEntry): void => {
  const others = entries.filter(({ host }) => host === added.host);
  if (others.some(({ type }) => type === "CNAME") || (added.type === "CNAME" && others.length > 0))
    throw refusal(`${added.host}: CNAME and other data`);
};

const linesIn = (zone: Zone, indexes: readonly string[]): readonly DnsEntry[] =>
  indexes.map((index) => {
    const entry = entryAt(zone, Number(index));
    if (!entry) throw refusal(`There is no record at line ${index}.`);
    return entry;
  });

const hostedBy = ({ world, accounts }: ServerState, origin: string): boolean =>
  [...accounts.keys()].some((name) => world.ground.accounts.get(name)?.zones.includes(origin));

const authorityOf = (state: ServerState, domain: string) => {
  if (!DOMAIN.test(domain)) throw refusal(`“${domain}” is not a valid domain name.`);
  const zone = state.world.ground.zones.zoneOf(domain);
  if (!zone || !hostedBy(state, zone.origin)) return { domain, local_authority: 0, nameservers: [] };
  return { domain, local_authority: 1, nameservers: ["ns1.hosting.example"], zone: zone.origin };
};

/** Zones of the account, with the lock by serial number. */
export const dns: UapiModule = {
  has_local_authority: { run: ({ state, args }) => args.all("domain").map((domain) => authorityOf(state, domain)) },
  parse_zone: {
    feature: "zoneedit",
    run: ({ state, account, args }) => toLines(zoneOf(state, account, args.need("zone"))),
  },
  mass_edit_zone: {
    feature: "zoneedit",
    run: ({ state, account, args }) => {
      const zone = zoneOf(state, account, args.need("zone"));
      const [given, present] = [args.need("serial"), serialOf(zone)];
      if (given !== present)
        throw refusal(
          `The given serial number (${given}) does not match the DNS zone’s serial number (${present}). Refresh your view of the DNS zone, then resubmit.`,
        );
      const removed = linesIn(zone, args.all("remove"));
      const added = args.all("add").map((text) => toEntry(text, zone));
      for (const entry of added) refuseConflict(zone.entries(), entry);
      for (const entry of removed) zone.remove(entry);
      for (const entry of added) zone.add(entry);
      return { new_serial: serialOf(zone) };
    },
  },
};
