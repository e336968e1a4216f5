import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { coreTexts, TRANSLATED, wordsOf } from "./languages.fixture.ts";
import { LOCALES, type Locale } from "./locale.ts";
import type { WordKey, WordValues } from "./translator.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { en } from "./locales/en.ts";

const KEYS = Object.keys(en) as readonly WordKey[];

/** What a text is made of, as the parser of intl-messageformat says it; a plural has its forms as options. */
type Part = {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
};
const [ARGUMENT, PLURAL] = [1, 6];

const partsOf = (locale: Locale, key: WordKey): readonly Part[] =>
  new IntlMessageFormat(wordsOf[locale][key], locale, undefined, { ignoreTag: true }).getAst();

const everyPart = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) => [part, ...Object.values(part.options ?? {}).flatMap(({ value }) => everyPart(value))]);

/** What has to be put in, with the kind of each: text, number, plural … */
const asksFor = (locale: Locale, key: WordKey): readonly string[] => [
  ...new Set(
    everyPart(partsOf(locale, key)).flatMap(({ type, value }) =>
      type >= ARGUMENT && type <= PLURAL ? [`${value}: ${type}`] : [],
    ),
  ),
];

const placeholdersIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)),
];

const samplesFor = (key: WordKey, count: number): WordValues =>
  Object.fromEntries(
    everyPart(partsOf("en", key)).flatMap(({ type, value = "" }) =>
      type >= ARGUMENT && type <= PLURAL ? [[value, type === ARGUMENT ? "example.com" : count]] : [],
    ),
  );

const isOnlyValues = (text: string): boolean => text.replaceAll(/\{\w+\}|[\s:.]/g, "") === "";

const allTexts = (locale: Locale): ReadonlyMap<string, string> =>
  new Map([...Object.entries(wordsOf[locale]), ...coreTexts(locale)]);

/** The same in both languages, and rightly so. */
const SAME: Readonly<Record<string, string>> = {
  "de brand.name": "the German for name",
  "de proof.host": "the German for name",
  "fr console.nav": "the French for console",
  "pt-BR console.nav": "the Portuguese for console",
  "fr names.years": "the French for licence",
  "fr proof.type": "the French for type",
  "de names.csr-label": "abbreviations alone",
  "fr names.csr-label": "abbreviations alone",
  "es names.csr-label": "abbreviations alone",
  "pt-BR names.csr-label": "abbreviations alone",
  "fr codes/email": "the French for e-mail",
};

describe.each(LOCALES)("the texts of the pages in %s", (locale) => {
  test("are the same as in English, no more and no fewer", () => {
    expect(Object.keys(wordsOf[locale]).toSorted()).toEqual(KEYS.toSorted());
  });

  test("ask for the same values of the same kind as the English ones", () => {
    for (const key of KEYS)
      expect([key, ...asksFor(locale, key).toSorted()]).toEqual([key, ...asksFor("en", key).toSorted()]);
  });

  test("have every form that the language has for a count", () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    for (const key of KEYS)
      for (const { options } of everyPart(partsOf(locale, key)).filter(({ type }) => type === PLURAL)) {
        const written = Object.keys(options ?? {}).filter((form) => !form.startsWith("="));
        expect([key, ...written.toSorted()]).toEqual([key, ...forms]);
      }
  });

  test.each([0, 1, 2, 3, 11, 100])("say a count of %i with nothing left open", (count) => {
    const { t } = vocabularyOf(locale);
    for (const key of KEYS) {
      const said = t(key, samplesFor(key, count));
      expect(said.trim().length, key).toBeGreaterThan(0);
      expect(said, key).not.toMatch(/[{}]|undefined|[\u0660-\u0669]/);
    }
  });
});

describe.each(TRANSLATED)("nothing is left in English in %s", (locale) => {
  test("on the pages", () => {
    const left = KEYS.filter((key) => wordsOf[locale][key] === en[key] && !(`${locale} ${key}` in SAME));
    expect(left).toEqual([]);
  });

  test("of what the core says", () => {
    const english = coreTexts("en");
    const left = [...coreTexts(locale)].filter(
      ([path, text]) => english.get(path) === text && !isOnlyValues(text) && !(`${locale} ${path}` in SAME),
    );
    expect(left).toEqual([]);
  });
});

test("what is said to be the same in two languages still is", () => {
  for (const one of Object.keys(SAME)) {
    const [locale, key] = one.split(" ") as [Locale, string];
    expect([one, allTexts(locale).get(key)]).toEqual([one, allTexts("en").get(key)]);
  }
});

describe.each(LOCALES)("what the core says in %s", (locale) => {
  test("has every sentence, with the same values as in English", () => {
    const mine = coreTexts(locale);
    for (const [path, text] of coreTexts("en"))
      expect([path, ...placeholdersIn(mine.get(path) ?? "").toSorted()]).toEqual([
        path,
        ...placeholdersIn(text).toSorted(),
      ]);
    expect(mine.size).toBe(coreTexts("en").size);
  });

  test("is for people at a page, not at a terminal", () => {
    for (const [path, text] of coreTexts(locale))
      expect([path, text]).toEqual([path, expect.not.stringMatching(/hostseal |npm start|[\s`]--[a-z]/)]);
  });
});
