import { forecast, type Order } from "@hostseal/core";
import { DAY, type Instant } from "@hostseal/rules";

/** What happens in one week, over all orders. */
export type Week = {
  readonly start: Instant;
  readonly reissues: number;
  /** Names that must be validated again, and those of them that need a person. */
  readonly revalidations: number;
  readonly byHand: number;
  /** Licences that end, and have to be renewed. */
  readonly renewals: number;
};

const WEEK = 7 * DAY;
export const WEEKS = 104;

type Tally = { -readonly [Key in Exclude<keyof Week, "start">]: number };

const tallies = (): readonly Tally[] =>
  Array.from({ length: WEEKS }, () => ({ reissues: 0, revalidations: 0, byHand: 0, renewals: 0 }));

/** Reissues, revalidations and renewals of the next two years, week by week from now. */
export const weeksAhead = (orders: readonly Order[], now: Instant): readonly Week[] => {
  const weeks = tallies();
  for (const event of orders.flatMap((order) => forecast(order, now))) {
    const week = weeks[Math.max(0, Math.floor((event.at - now) / WEEK))];
    if (week === undefined) continue;
    if (event.kind === "licence-end") week.renewals += 1;
    if (event.kind !== "reissue") continue;
    week.reissues += 1;
    week.revalidations += event.revalidate.length;
    week.byHand += event.byHand.length;
  }
  return weeks.map((tally, at) => ({ start: now + at * WEEK, ...tally }));
};
