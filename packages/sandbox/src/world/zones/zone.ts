import type { DnsEntry } from "./dns-entry.ts";
import { isSameEntry, isWithin, normalHost } from "./dns-entry.ts";

/** One authoritative zone. */
export type Zone = {
  /** Lower case, without final dot; the root is the empty text. */
  readonly origin: string;
  /** The name server that the SOA record names first. */
  readonly primary: string;
  /** Grows with every change, as secondaries expect it. */
  serial(): number;
  entries(): readonly DnsEntry[];
  /** Adds an entry; one that is there is left as it is. Throws `TypeError` for a host outside the zone. */
  add(entry: DnsEntry): void;
  /** Removes exactly this entry, if it is there. */
  remove(entry: DnsEntry): void;
};

const normal = (entry: DnsEntry): DnsEntry => ({ ...entry, host: normalHost(entry.host) });

export const createZone = (origin: string, primary: string): Zone => {
  let entries: readonly DnsEntry[] = [];
  let serial = 1;

  const replace = (next: readonly DnsEntry[]): void => {
    entries = next;
    serial += 1;
  };

  return {
    origin,
    primary,
    serial: () => serial,
    entries: () => entries,
    add: (entry) => {
      const added = normal(entry);
      if (!isWithin(added.host, origin)) throw new TypeError(`${added.host} is not in the zone ${origin}`);
      if (!entries.some((present) => isSameEntry(present, added))) replace([...entries, added]);
    },
    remove: (entry) => {
      const removed = normal(entry);
      const kept = entries.filter((present) => !isSameEntry(present, removed));
      if (kept.length < entries.length) replace(kept);
    },
  };
};
