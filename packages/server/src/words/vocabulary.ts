import type { CoreWords } from "./core-words.ts";
import type { Locale } from "./locale.ts";
import { createTranslate, type Translate } from "./translator.ts";
import { en } from "./locales/en.ts";
import { enCore } from "./locales/en-core.ts";

/** Everything that is said in one language. */
export type Vocabulary = { readonly locale: Locale; readonly t: Translate; readonly core: CoreWords };

const english: Vocabulary = { locale: "en", t: createTranslate("en", en), core: enCore };

export const vocabularyOf = (_locale: Locale): Vocabulary => english;
