import type { Citation } from "./citation.ts";
import { MINUTE } from "./instant.ts";
import { constantRow } from "./row-at.ts";
import {
  ariRule,
  jitterRule,
  licenceRemindersRule,
  manualLeadRule,
  reissuePointRule,
  retryRule,
  safetyMarginRule,
} from "./rows/schedule.ts";

/** When to reissue a certificate whose issuer gives no advice. */
export type ReissueSchedule = {
  /** Part of the lifetime after which the reissue begins. */
  readonly fractionOfLife: number;
  /** Width of the window around that moment, as a part of the lifetime. */
  readonly jitterFraction: number;
  /** Days before notAfter by which it must have begun, jitter or not. */
  readonly safetyMarginDays: number;
  /** Days to begin earlier still when a person must prove control or install. */
  readonly manualLeadDays: number;
  readonly citation: Citation;
};

/** The schedule for a lifetime in days, a begun day counting as a whole one. Sources: Let's Encrypt integration guide, Boulder's window, our own margin. */
export function reissueSchedule({ lifetimeDays }: { readonly lifetimeDays: number }): ReissueSchedule {
  const { value: points, citation } = constantRow(reissuePointRule);
  return {
    fractionOfLife: forLifetime(points, lifetimeDays).fractionOfLife,
    jitterFraction: constantRow(jitterRule).value,
    safetyMarginDays: forLifetime(constantRow(safetyMarginRule).value, lifetimeDays).marginDays,
    manualLeadDays: manualValidationLeadDays({ lifetimeDays }),
    citation,
  };
}

/** Days before the end of a licence on which to remind, descending. */
export const LICENCE_REMINDERS: readonly number[] = constantRow(licenceRemindersRule).value;

/** Days to allow, beside the safety margin, when a person must prove control of a name or install by hand. */
export function manualValidationLeadDays({ lifetimeDays }: { readonly lifetimeDays: number }): number {
  return forLifetime(constantRow(manualLeadRule).value, lifetimeDays).leadDays;
}

const retry = constantRow(retryRule).value;

/** The wait in milliseconds after so many failures in a row, counted from 1: 1, 10, 100 minutes, then a day each time. */
export function retryDelay(failures: number): number {
  return (retry.minutes[failures - 1] ?? retry.thenEveryMinutes) * MINUTE;
}

const polling = constantRow(ariRule).value;

/** Bounds on how long to wait before asking for the renewal window again, in milliseconds. Source: RFC 9773 section 4.3. */
export const ARI_POLL = {
  minimum: polling.minimumMinutes * MINUTE,
  maximum: polling.maximumMinutes * MINUTE,
  afterError: polling.afterErrorMinutes * MINUTE,
} as const;

/** The wait in milliseconds until the renewal window is asked for again; without a Retry-After, the wait after an error. */
export function ariPollDelay(retryAfter?: number): number {
  const wanted = retryAfter ?? ARI_POLL.afterError;
  return Math.min(Math.max(wanted, ARI_POLL.minimum), ARI_POLL.maximum);
}

function forLifetime<Item extends { readonly fromDays: number }>(items: readonly Item[], lifetimeDays: number): Item {
  const wholeDays = Math.ceil(lifetimeDays);
  const item = items.findLast(({ fromDays }) => wholeDays >= fromDays);
  if (item === undefined) throw new TypeError(`a certificate cannot live ${lifetimeDays} days`);
  return item;
}
