import { toIso } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";

/** `2027-06-09` */
export const toDay = (instant: Instant): string => toIso(instant).slice(0, 10);

/** `2027-06-09 14:05 UTC` */
export const toMoment = (instant: Instant): string => `${toIso(instant).slice(0, 16).replace("T", " ")} UTC`;
