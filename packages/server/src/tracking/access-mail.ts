import type { OutgoingMail } from "@hostseal/core";
import { toUnicodeName } from "@hostseal/rules";
import type { LetterWriter } from "../mail/letter.ts";
import type { Vocabulary } from "../words/vocabulary.ts";
import type { Match } from "./find-orders.ts";

/** An order with the link that leads to it, once. */
export type Access = Match & { readonly url: string };

export type AccessMailParts = { readonly write: LetterWriter; readonly words: Vocabulary; readonly id: string };

/** One message with a link for each order that was found. */
export const toAccessMail = (accesses: readonly Access[], { write, words, id }: AccessMailParts): OutgoingMail => {
  const { t } = words;
  const letter = {
    subject: t("mail.access.subject"),
    paragraphs: [t("mail.access.text", { count: accesses.length })],
    links: accesses.map(({ order, url }) => ({
      label: t("mail.access.link", { id: order.id, names: order.names.map(toUnicodeName).join(", ") }),
      url,
    })),
    closing: t("mail.access.closing"),
  };
  const to = [...new Set(accesses.map(({ contact }) => contact))];
  return { id: `access:${id}`, to, ...write(letter, words) };
};
