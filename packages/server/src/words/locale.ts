/** The languages every page is complete in, by BCP 47. */
export const LOCALES = ["en", "de", "fr", "es", "pt-BR", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language as its own people write it, for the chooser. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  "pt-BR": "Português (Brasil)",
  ar: "العربية",
};

const languageOf = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";

const matching = (wish: string): Locale | undefined => {
  const exact = LOCALES.find((locale) => locale.toLowerCase() === wish.toLowerCase());
  return exact ?? LOCALES.find((locale) => languageOf(locale) === languageOf(wish));
};

/** The best of our languages for a wish: the very one, else one of the same language, else English. */
export const localeFor = (wish: string | undefined): Locale => matching(wish ?? "") ?? "en";

/** The first of several wishes, the dearest first, that we can fulfil; else English. */
export const localeAmong = (wishes: readonly string[]): Locale =>
  wishes.map(matching).find((locale) => locale !== undefined) ?? "en";

export const isLocale = (text: unknown): text is Locale => LOCALES.some((locale) => locale === text);

export const directionOf = (locale: Locale): "ltr" | "rtl" => (locale === "ar" ? "rtl" : "ltr");
