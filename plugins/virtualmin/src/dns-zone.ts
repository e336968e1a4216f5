import { type DnsZone, failure, type ZoneRecord } from "@hostseal/core";
import { domainAbove, readDomains } from "./domains.ts";
import {
  isClash,
  isRecord,
  isWritableText,
  listedAt,
  type ListedRecord,
  listedParameter,
  toParameter,
} from "./dns-records.ts";
import type { Remote } from "./remote.ts";
import { done, records } from "./wire.ts";

/** Records through `modify-dns`; it says yes to nearly everything, so that they are read again after each change. */
export const createDnsZone = (remote: Remote, account: string): DnsZone => {
  const homeOf = async (host: string) => domainAbove(await readDomains(remote, account), host);

  const read = async (domain: string, host: string): Promise<readonly ListedRecord[]> => {
    const call = { program: "get-dns", fields: { domain, name: host }, site: domain };
    return listedAt(await remote.run(call, records), host);
  };

  const change = async (domain: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    await remote.run({ program: "modify-dns", fields: { domain, ...fields }, site: domain }, done);
  };

  const refused = (because: string) => failure("host.refused", { host: remote.host, because });

  const removeListed = async (domain: string, host: string, listed: ListedRecord): Promise<void> =>
    change(domain, { "remove-record": listedParameter(host, listed) });

  return {
    zoneFor: async (host) => (await homeOf(host))?.zone,

    add: async (record) => {
      const { host } = record;
      if (record.type === "TXT" && !isWritableText(record.value)) throw refused("it cannot write such a text");
      const home = await homeOf(host);
      if (home?.zone === undefined) throw refused(`the zone of ${host} is not hosted there`);
      await change(home.name, { "add-record": toParameter(record) });
      const listed = await read(home.name, host);
      const added = listed.find((one) => isRecord(one, record));
      if (!added) throw refused(`${host} has not the record it says it added`);
      if (!isClash(listed)) return;
      await removeListed(home.name, host, added);
      throw refused(`an alias cannot stand beside other records of ${host}`);
    },

    remove: async (record: ZoneRecord) => {
      const { host } = record;
      const home = await homeOf(host);
      if (home?.zone === undefined) return;
      const present = (await read(home.name, host)).find((one) => isRecord(one, record));
      if (!present) return;
      await removeListed(home.name, host, present);
      const left = await read(home.name, host);
      if (left.some((one) => isRecord(one, record))) throw refused(`${host} still has the record it says it removed`);
    },
  };
};
