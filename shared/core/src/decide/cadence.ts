import { DAY, HOUR, MINUTE } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";

/** How often we look again at something that others move: every minute at first, then more seldom. */
export const nextLook = (since: Instant, now: Instant): Instant => {
  const age = now - since;
  if (age < HOUR) return now + MINUTE;
  if (age < DAY) return now + 15 * MINUTE;
  return age < 30 * DAY ? now + HOUR : now + DAY;
};

/** Whether a look at `last` is old enough to look again, for something that has been going on since `since`. */
export const isLookDue = (last: Instant | undefined, since: Instant, now: Instant): boolean =>
  last === undefined || nextLook(since, last) <= now;

/** An order is confirmed on a preflight that is younger than this. */
export const PREFLIGHT_LIFE = DAY;
/** A balance read longer ago is read again before money is spent. */
export const BALANCE_LIFE = 5 * MINUTE;
/** How often a low balance is looked at again. */
export const BALANCE_PATIENCE = HOUR;
/** How often a draft is looked at while it waits for a person. */
export const DRAFT_PATIENCE = DAY;
/** A journal longer than this is closed into a chapter even in the middle of an enrolment. */
export const CHAPTER_LENGTH = 200;
