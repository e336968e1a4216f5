import { describe, expect, test } from "vitest";
import { LOCALE_NAMES, LOCALES, localeAmong, localeFor } from "./locale.ts";

describe("the language for a wish", () => {
  test.each([
    ["de", "de"],
    ["de-AT", "de"],
    ["PT-br", "pt-BR"],
    ["pt", "pt-BR"],
    ["ar-EG", "ar"],
    ["fr_CA", "en"],
    ["nl", "en"],
    ["", "en"],
  ] as const)("%j is %s", (wish, locale) => {
    expect(localeFor(wish)).toBe(locale);
  });

  test("is English when there is none", () => {
    expect(localeFor(undefined)).toBe("en");
  });

  test("is the first of several that we speak", () => {
    expect(localeAmong(["nl-BE", "fr-BE", "de"])).toBe("fr");
    expect(localeAmong(["nl"])).toBe("en");
    expect(localeAmong([])).toBe("en");
  });
});

test("every language has its own name for the chooser", () => {
  expect(Object.keys(LOCALE_NAMES).toSorted()).toEqual(LOCALES.toSorted());
  expect(new Set(Object.values(LOCALE_NAMES)).size).toBe(LOCALES.length);
});
