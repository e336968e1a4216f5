import type { Instant } from "@hostseal/rules";
import { DAY, SECOND, retryDelay } from "@hostseal/rules";

const SECONDS = /^\d{1,10}$/;
/** IMF-fixdate, the only form that is still sent (RFC 9110 §5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

const asked = (text: string, now: Instant): Instant | undefined => {
  if (SECONDS.test(text)) return now + Number(text) * SECOND;
  const date = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
};

/**
 * When a `Retry-After` header, in either of its forms (RFC 9110 §10.2.3), allows the next request: never in the past, never
 * more than a day away. One that is missing or unreadable means the first of our own waits.
 */
export const retryInstant = (header: string | undefined, now: Instant): Instant => {
  const instant = asked(header?.trim() ?? "", now) ?? now + retryDelay(1);
  return Math.min(Math.max(instant, now), now + DAY);
};
