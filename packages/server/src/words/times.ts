import type { Instant } from "@hostseal/rules";
import { type Locale, LOCALES } from "./locale.ts";

/**
 * Digits are Latin in every language. Arabic panels write prices, ports and numbers of orders with them, and beside a
 * fingerprint or a record to be typed a second set of digits would have to be read and typed as the first.
 */
const latin = { numberingSystem: "latn", timeZone: "UTC" } as const;

/** In Arabic the short form is digits alone, of which nobody knows which is the month. */
const dateStyleIn = (locale: Locale): "medium" | "long" => (locale === "ar" ? "long" : "medium");

type Formats = Readonly<Record<"day" | "moment" | "time", Intl.DateTimeFormat>>;

const formatsOf = (locale: Locale): Formats => {
  const dateStyle = dateStyleIn(locale);
  return {
    day: new Intl.DateTimeFormat(locale, { ...latin, dateStyle }),
    moment: new Intl.DateTimeFormat(locale, { ...latin, dateStyle, timeStyle: "short" }),
    time: new Intl.DateTimeFormat(locale, { ...latin, timeStyle: "short" }),
  };
};

/** To make one takes longer than to use it a hundred times. */
const formats: ReadonlyMap<Locale, Formats> = new Map(LOCALES.map((locale) => [locale, formatsOf(locale)]));

const formatted = (locale: Locale, kind: keyof Formats, instant: Instant): string =>
  (formats.get(locale) ?? formatsOf(locale))[kind].format(instant);

/** An instant as people of a language read it, in UTC; the machine-readable form goes beside it. */
export const dayIn = (locale: Locale, instant: Instant): string => formatted(locale, "day", instant);

export const momentIn = (locale: Locale, instant: Instant): string => `${formatted(locale, "moment", instant)} UTC`;

/** The time of a day that stands beside it. */
export const timeIn = (locale: Locale, instant: Instant): string => formatted(locale, "time", instant);

/** An amount in the currency's smallest unit, as people of a language read it. */
export const moneyIn = (
  locale: Locale,
  { amount, currency }: { readonly amount: number; readonly currency: string },
): string => {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, numberingSystem: "latn" });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};
