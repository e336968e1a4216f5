import { directionOf, type Locale } from "./locale.ts";

/** What is inside does not turn what is around it, nor the other way (first-strong isolate, UAX #9 §2.4). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** The bare text, to be copied. */
export const withoutIsolates = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, "");

const QUOTED = /`([^`]+)`/g;

/** A fix names what is to be typed between back quotes; these parts, to be copied. */
export const toBeTypedIn = (fix: string): readonly string[] =>
  [...fix.matchAll(QUOTED)].map(([, typed = ""]) => withoutIsolates(typed));

/** A fix as it is read: without back quotes, and what is to be typed from left to right in every language. */
export const readable = (fix: string, locale: Locale): string =>
  fix.replaceAll(QUOTED, (_, typed: string) =>
    directionOf(locale) === "rtl" ? `\u2066${withoutIsolates(typed)}\u2069` : typed,
  );
