import type { Instant } from "@hostseal/rules";
import type { Locale } from "./locale.ts";

/**
 * Digits are Latin in every language. Arabic panels write prices, ports and numbers of orders with them, and beside a
 * fingerprint or a record to be typed a second set of digits would have to be read and typed as the first.
 */
const latin = { numberingSystem: "latn", timeZone: "UTC" } as const;

/** In Arabic the short form is digits alone, of which nobody knows which is the month. */
const dateStyleIn = (locale: Locale): "medium" | "long" => (locale === "ar" ? "long" : "medium");

/** An instant as people of a language read it, in UTC; the machine-readable form goes beside it. */
export const dayIn = (locale: Locale, instant: Instant): string =>
  new Intl.DateTimeFormat(locale, { ...latin, dateStyle: dateStyleIn(locale) }).format(instant);

export const momentIn = (locale: Locale, instant: Instant): string =>
  `${new Intl.DateTimeFormat(locale, {
    ...latin,
    dateStyle: dateStyleIn(locale),
    timeStyle: "short",
  }).format(instant)} UTC`;

/** The time of a day that stands beside it. */
export const timeIn = (locale: Locale, instant: Instant): string =>
  new Intl.DateTimeFormat(locale, { ...latin, timeStyle: "short" }).format(instant);

/** An amount in the currency's smallest unit, as people of a language read it. */
export const moneyIn = (
  locale: Locale,
  { amount, currency }: { readonly amount: number; readonly currency: string },
): string => {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, numberingSystem: "latn" });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};
