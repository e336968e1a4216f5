import type { Wording } from "@hostseal/core";
import { createBrandBook } from "../partner/brand-book.ts";
import { createPartnerBook } from "../partner/partner-book.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { ServerWorld } from "../server-world.ts";
import { mailInWords } from "../words/core-words.ts";
import { localeFor } from "../words/locale.ts";
import { vocabularyOf } from "../words/vocabulary.ts";
import { createLetterWriter } from "./letter.ts";

/**
 * Words messages about orders in the language of the order, for people who have pages to look at, under the partner's name
 * as it is when they leave.
 */
export const createWording = (
  world: Pick<ServerWorld, "documents" | "clock" | "log">,
  { partner, brand: fallback, origin }: Pick<ServerSettings, "partner" | "brand" | "origin">,
): Wording => {
  const book = createPartnerBook({ ...world, partner });
  const brands = createBrandBook({ ...world, partner, book, fallback });
  const write = createLetterWriter({
    get brand() {
      return brands.current();
    },
  });
  return async (message, { id, language, lastRefusal }) => {
    await brands.refresh();
    const words = vocabularyOf(localeFor(language));
    const { subject, text } = mailInWords(words.core, message, lastRefusal);
    const url = `${origin}/track?order=${encodeURIComponent(id)}`;
    return write({ subject, paragraphs: [text], links: [{ label: words.t("mail.order.link", { id }), url }] }, words);
  };
};
