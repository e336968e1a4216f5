import type { Wording } from "@hostseal/core";
import type { ServerSettings } from "../server-settings.ts";
import { mailInWords } from "../words/core-words.ts";
import { localeFor } from "../words/locale.ts";
import { vocabularyOf } from "../words/vocabulary.ts";
import { createLetterWriter } from "./letter.ts";

/** Words messages about orders in the language of the order, for people who have pages to look at, under the partner's name. */
export const createWording = (settings: Pick<ServerSettings, "brand" | "origin">): Wording => {
  const write = createLetterWriter(settings);
  return (message, { id, language, lastRefusal }) => {
    const words = vocabularyOf(localeFor(language));
    const { subject, text } = mailInWords(words.core, message, lastRefusal);
    const url = `${settings.origin}/track?order=${encodeURIComponent(id)}`;
    return write({ subject, paragraphs: [text], links: [{ label: words.t("mail.order.link", { id }), url }] }, words);
  };
};
