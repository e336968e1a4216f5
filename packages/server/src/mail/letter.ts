import type { OutgoingMail } from "@hostseal/core";
import { readAssets } from "../pages/assets.ts";
import { createRenderer } from "../pages/render-page.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { Vocabulary } from "../words/vocabulary.ts";

/** What is written to somebody, before it is dressed in the partner's brand. */
export type Letter = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** What stands after the links. */
  readonly closing?: string;
};

/** A letter as it leaves: the same in text and in HTML. */
export type DressedLetter = Required<Omit<OutgoingMail, "id" | "to">>;

/** Puts letters into the partner's brand. */
export type LetterWriter = (letter: Letter, words: Vocabulary) => DressedLetter;

/** Control characters would end a header; what others have written must not. */
const inOneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, " ");

const toText = ({ paragraphs, links, closing }: Letter, signature: readonly string[]): string =>
  [
    ...paragraphs,
    ...links.map(({ label, url }) => `${label}:\n${url}`),
    ...(closing === undefined ? [] : [closing]),
    `-- \n${signature.join("\n")}`,
  ].join("\n\n");

export const createLetterWriter = (settings: Pick<ServerSettings, "brand">): LetterWriter => {
  const renderer = createRenderer(readAssets());
  return (letter, words) => {
    const { name, supportEmail, sender } = settings.brand;
    const subject = inOneLine(letter.subject);
    const signature = [name, words.t("frame.support", { email: supportEmail })];
    const page = { template: "letter", title: subject, model: { ...letter, signature } };
    const html = renderer.fragment(page, { settings, words, theme: "plain", session: undefined });
    const from = { name: inOneLine(name), ...(sender !== undefined && { address: sender }) };
    return { subject, text: toText(letter, signature), html, from };
  };
};
