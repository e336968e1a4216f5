import { LOCALES, type Locale } from "./locale.ts";
import type { Words } from "./translator.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { ar } from "./locales/ar.ts";
import { de } from "./locales/de.ts";
import { en } from "./locales/en.ts";
import { es } from "./locales/es.ts";
import { fr } from "./locales/fr.ts";
import { ptBr } from "./locales/pt-br.ts";

export const wordsOf: Readonly<Record<Locale, Words>> = { en, de, fr, es, "pt-BR": ptBr, ar };

export const TRANSLATED = LOCALES.filter((locale) => locale !== "en");

type Tree = { readonly [key: string]: string | number | Tree };

/** Every text of a tree of tables, by the way to it. */
const flat = (tree: Tree, path = ""): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, inside]) =>
    typeof inside === "object" ? flat(inside, `${path}${key}/`) : [[`${path}${key}`, String(inside)] as const],
  );

/** What the core says in a language, text by text; what is not for people is left out. */
export const coreTexts = (locale: Locale): ReadonlyMap<string, string> => {
  const { waits, errors, problems, mails, phrases, codes, actors, standings } = vocabularyOf(locale).core;
  const texts = flat({ waits, errors, problems, mails, phrases, codes, actors, standings });
  return new Map(texts.filter(([path]) => !/\/(?:actor|retry|status)$/.test(path)));
};
