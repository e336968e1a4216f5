import { render } from "@hostseal/core";
import { type Code, PHRASES } from "./core-phrases.ts";
import type { CoreWords } from "./core-words.ts";
import { isolated } from "./isolated.ts";
import { directionOf } from "./locale.ts";
import { dayIn, momentIn, moneyIn } from "./times.ts";

/** Values as the core gives them: instants in ISO 8601, money as `12.34 EUR`, and ends of sentences in English. */
export type CoreValues = Readonly<Record<string, string | number>>;

/** The parameters that hold words. What stands in others, such as a record to be copied, is left exactly as it is. */
const IN_WORDS = new Set(["because", "evidence", "found", "check", "method", "alternatives", "plan", "request"]);
/** The parameters that hold moments and amounts. */
const MEASURED = new Set(["day", "end", "endsAt", "licenceEnd", "notAfter", "until", "seen", "price", "balance"]);

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

const literalLength = (phrase: string): number => phrase.replaceAll(/\{\w+\}/g, "").length;

const toPattern = (phrase: string): RegExp => {
  const parts = phrase.split(/(\{\w+\})/);
  const source = parts.map((part) => (/^\{\w+\}$/.test(part) ? `(?<${part.slice(1, -1)}>.+)` : literally(part)));
  return new RegExp(`^${source.join("")}$`, "su");
};

/** Those that say the most come first, so that none is taken for a wider one. */
const patterns = PHRASES.map((phrase) => ({ phrase, pattern: toPattern(phrase) })).toSorted(
  (one, other) => literalLength(other.phrase) - literalLength(one.phrase),
);

const isCode = (words: CoreWords, text: string): text is Code => Object.hasOwn(words.codes, text);

/** The end of a sentence in the language; what nobody here has said stays as it is. */
export const phraseIn = (words: CoreWords, text: string): string => {
  if (isCode(words, text)) return words.codes[text];
  const choices = text.split(" or ");
  if (choices.length > 1 && choices.every((choice) => isCode(words, choice)))
    return new Intl.ListFormat(words.locale, { type: "disjunction" }).format(
      choices.map((one) => phraseIn(words, one)),
    );
  for (const { phrase, pattern } of patterns) {
    const match = pattern.exec(text);
    if (match) return say(words, words.phrases[phrase], { ...match.groups });
  }
  return text;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const MONEY = /^(?<amount>\d+(?:\.\d+)?) (?<currency>[A-Z]{3})$/;

const moneyFrom = (locale: CoreWords["locale"], text: string): string | undefined => {
  const { amount, currency } = MONEY.exec(text)?.groups ?? {};
  if (amount === undefined || currency === undefined) return undefined;
  return moneyIn(locale, { amount: Number(amount.replace(".", "")), currency });
};

const measureIn = (locale: CoreWords["locale"], text: string): string => {
  if (DAY.test(text)) return dayIn(locale, Date.parse(text));
  if (MOMENT.test(text)) return momentIn(locale, Date.parse(text));
  return moneyFrom(locale, text) ?? text;
};

const valueIn = (words: CoreWords, name: string, value: string | number): string => {
  const { locale } = words;
  const text = String(value);
  const said = IN_WORDS.has(name) ? phraseIn(words, text) : MEASURED.has(name) ? measureIn(locale, text) : text;
  return directionOf(locale) === "rtl" ? isolated(said) : said;
};

/** A sentence of the core with its values, each as people of the language read it. */
export const say = (words: CoreWords, sentence: string, values: CoreValues): string =>
  render(
    sentence,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueIn(words, name, value)])),
  );
