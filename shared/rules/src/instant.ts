/** A moment in time: milliseconds since 1970-01-01T00:00:00Z, UTC, leap seconds not counted. The only time type of the product. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
/** 86,400 seconds: what the Baseline Requirements (section 6.3.2) call a day. */
export const DAY = 86_400_000;

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d\d:\d\d))?$/;

/**
 * Reads an ISO 8601 date (`2026-11-21`, taken as 00:00 UTC) or date-time with `Z` or an offset.
 * Digits finer than a millisecond are cut off. Throws `TypeError` on anything else, and on days that no calendar has.
 */
export function fromIso(text: string): Instant {
  const parts = ISO.exec(text);
  if (parts === null || !isCalendarDay(parts)) throw new TypeError(`not an ISO 8601 date or date-time: "${text}"`);
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new TypeError(`not an ISO 8601 date or date-time: "${text}"`);
  return instant;
}

/** Writes `2026-11-21T00:00:00Z`, with milliseconds only where there are some. Throws `TypeError` on a number that is no instant. */
export function toIso(instant: Instant): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) throw new TypeError(`not an instant: ${instant}`);
  return date.toISOString().replace(".000Z", "Z");
}

function isCalendarDay(parts: readonly (string | undefined)[]): boolean {
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
}
