import { IntlMessageFormat } from "intl-messageformat";
import type { en } from "./locales/en.ts";
import type { enConsole } from "./locales/en-console.ts";
import { isolated } from "./isolated.ts";
import { directionOf, type Locale } from "./locale.ts";

/** Every text of the pages, by its key. */
export type WordKey = keyof typeof en;
export type Words = Readonly<Record<WordKey, string>>;
/** Those of the partner console among them. */
export type ConsoleWords = Readonly<Record<keyof typeof enConsole, string>>;
export type WordValues = Readonly<Record<string, string | number>>;

/** Puts a text together in one language (ICU MessageFormat). */
export type Translate = (key: WordKey, values?: WordValues) => string;

/** In a right-to-left text what is put in is isolated, so that a name keeps its order and the text its own (UAX #9). */
const isolatedIn = (locale: Locale, values: WordValues): WordValues =>
  directionOf(locale) === "ltr"
    ? values
    : Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? isolated(value) : value]),
      );

export const createTranslate = (locale: Locale, words: Words): Translate => {
  const latinDigits = `${locale}-u-nu-latn`;
  const formats = new Map<WordKey, IntlMessageFormat>();
  const formatOf = (key: WordKey): IntlMessageFormat => {
    const known = formats.get(key);
    if (known) return known;
    const made = new IntlMessageFormat(words[key], latinDigits, undefined, { ignoreTag: true });
    formats.set(key, made);
    return made;
  };
  return (key, values = {}) => String(formatOf(key).format(isolatedIn(locale, values)));
};
