import type { Clock, Log, PartnerId } from "@hostseal/core";
import type { Documents } from "./documents.ts";
import { partnerRecord, type PartnerRecord } from "./partner-record.ts";

/** Who asks for a change, and from which address. */
export type Asker = { readonly who: string; readonly from: string };

export type Amendment<Result> = {
  readonly by: Asker;
  /** What is done, as a code: `key.added`. */
  readonly deed: string;
  /** To what: the id or address of it. Never a secret. */
  readonly subject: string;
  /** The record as it shall be; nothing leaves it as it is, and nothing is entered. */
  readonly amend: (record: PartnerRecord) => { readonly record?: PartnerRecord; readonly result: Result };
};

/** The partner's own affairs. Every change is entered with who and from where, in the same write. */
export type PartnerBook = {
  read(): Promise<PartnerRecord>;
  change<Result>(amendment: Amendment<Result>): Promise<Result>;
};

export type PartnerBookParts = {
  readonly documents: Documents;
  readonly partner: PartnerId;
  readonly clock: Clock;
  readonly log: Log;
};

/** Older entries are in the service's log. */
const MOST_ENTRIES = 1_000;

const toRecord = (document: unknown): PartnerRecord => partnerRecord.parse(document ?? {});

export const createPartnerBook = ({ documents, partner, clock, log }: PartnerBookParts): PartnerBook => {
  const name = `partner-${encodeURIComponent(partner)}`;

  return {
    read: async () => toRecord(await documents.read(name)),
    change: async ({ by, deed, subject, amend }) => {
      const entry = { at: clock.now(), by: by.who, from: by.from, deed, subject };
      const { isChanged, result } = await documents.change(name, (present) => {
        const { record, result } = amend(toRecord(present));
        if (record === undefined) return { result: { isChanged: false, result } };
        const audit = [...record.audit, entry].slice(-MOST_ENTRIES);
        return { document: { ...record, audit }, result: { isChanged: true, result } };
      });
      if (isChanged) log.emit({ level: "note", event: deed, details: { by: by.who, from: by.from, subject } });
      return result;
    },
  };
};
