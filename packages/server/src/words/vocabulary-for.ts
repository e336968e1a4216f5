import type { Request } from "express";
import { localeFor } from "./locale.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** The words for somebody whom nobody has introduced: in the language that the browser asks for. */
export const vocabularyFor = (request: Request): Vocabulary => vocabularyOf(localeFor(request.acceptsLanguages()[0]));
