/** The languages every page is complete in, by BCP 47. */
export const LOCALES = ["en", "de", "fr", "es", "pt-BR", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

const languageOf = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";

/** The best of our languages for a wish: the very one, else one of the same language, else English. */
export const localeFor = (wish: string | undefined): Locale => {
  const wanted = wish?.toLowerCase() ?? "";
  const exact = LOCALES.find((locale) => locale.toLowerCase() === wanted);
  return exact ?? LOCALES.find((locale) => languageOf(locale) === languageOf(wanted)) ?? "en";
};

export const directionOf = (locale: Locale): "ltr" | "rtl" => (locale === "ar" ? "rtl" : "ltr");
