import { toIso } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";

/** The day of an instant in UTC, as `2027-03-15`. */
export const dayOf = (instant: Instant): string => toIso(instant).slice(0, 10);
