import type { Request } from "express";
import { chosenLocale } from "../language/language-choice.ts";
import { type Locale, localeAmong } from "./locale.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** The words for whoever asks: in the language that they chose, else that of their panel, else that of their browser. */
export const vocabularyFor = (request: Request, panel?: Locale): Vocabulary =>
  vocabularyOf(chosenLocale(request) ?? panel ?? localeAmong(request.acceptsLanguages()));
