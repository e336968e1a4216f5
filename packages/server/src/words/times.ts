import type { Instant } from "@hostseal/rules";
import type { Locale } from "./locale.ts";

/** An instant as people of a language read it, in UTC; the machine-readable form goes beside it. */
export const dayIn = (locale: Locale, instant: Instant): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC", numberingSystem: "latn" }).format(instant);

export const momentIn = (locale: Locale, instant: Instant): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
    numberingSystem: "latn",
  }).format(instant);

/** An amount in the currency's smallest unit, as people of a language read it. */
export const moneyIn = (
  locale: Locale,
  { amount, currency }: { readonly amount: number; readonly currency: string },
): string => {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, numberingSystem: "latn" });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};
