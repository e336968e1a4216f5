import type { Instant } from "@hostseal/rules";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** The day of an instant in UTC, as `2027-03-15`. */
export const dayOf = (instant: Instant): string => {
  const date = new Date(instant);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
};
