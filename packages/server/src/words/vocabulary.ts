import type { CoreWords } from "./core-words.ts";
import type { Locale } from "./locale.ts";
import { createTranslate, type Translate, type Words } from "./translator.ts";
import { ar } from "./locales/ar.ts";
import { arCore } from "./locales/ar-core.ts";
import { de } from "./locales/de.ts";
import { deCore } from "./locales/de-core.ts";
import { en } from "./locales/en.ts";
import { enCore } from "./locales/en-core.ts";
import { es } from "./locales/es.ts";
import { esCore } from "./locales/es-core.ts";
import { fr } from "./locales/fr.ts";
import { frCore } from "./locales/fr-core.ts";
import { ptBr } from "./locales/pt-br.ts";
import { ptBrCore } from "./locales/pt-br-core.ts";

/** Everything that is said in one language. */
export type Vocabulary = { readonly locale: Locale; readonly t: Translate; readonly core: CoreWords };

const vocabulary = (words: Words, core: CoreWords): Vocabulary => ({
  locale: core.locale,
  t: createTranslate(core.locale, words),
  core,
});

const vocabularies: Readonly<Record<Locale, Vocabulary>> = {
  en: vocabulary(en, enCore),
  de: vocabulary(de, deCore),
  fr: vocabulary(fr, frCore),
  es: vocabulary(es, esCore),
  "pt-BR": vocabulary(ptBr, ptBrCore),
  ar: vocabulary(ar, arCore),
};

export const vocabularyOf = (locale: Locale): Vocabulary => vocabularies[locale];
