/** One CAA record as DNS gives it: flags 0–255, the property tag, the value without its quotes. Source: RFC 8659 section 4.1. */
export type CaaRecord = { readonly flags: number; readonly tag: string; readonly value: string };

const CRITICAL = 128;
const UNDERSTOOD: ReadonlySet<string> = new Set(["issue", "issuewild", "iodef", "contactemail", "contactphone"]);

/** True for a record whose tag, in whatever case, is this one. */
export function hasTag(record: CaaRecord, tag: string): boolean {
  return record.tag.toLowerCase() === tag;
}

/** True for a record that forbids issuance to an issuer that does not understand its tag. Sources: RFC 8659 section 4.1, BR 4.2.2.1. */
export function isUnknownCritical(record: CaaRecord): boolean {
  return (record.flags & CRITICAL) !== 0 && !UNDERSTOOD.has(record.tag.toLowerCase());
}

/** A record as a zone file writes it after `CAA`: `0 issue "sectigo.com"`. */
export function toZoneText({ flags, tag, value }: CaaRecord): string {
  return `${flags} ${tag} "${value.replaceAll(/["\\]/g, "\\$&")}"`;
}

/** The same record with its critical flag cleared. */
export function uncritical(record: CaaRecord): CaaRecord {
  return { ...record, flags: record.flags & ~CRITICAL };
}
