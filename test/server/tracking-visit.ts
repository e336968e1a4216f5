import { setTimeout as sleep } from "node:timers/promises";
import type { Letter } from "@hostseal/sandbox";
import type { Stage } from "./stage.ts";
import type { Page, Visitor } from "./visitor.ts";

const CHALLENGE = /name="challenge" value="([^"]+)"/;
const QUESTION = /What is (\d+) plus (\d+)\?/;

/** What the search page asks of whoever has no script, answered. */
export const solvedBySum = (html: string): { readonly challenge: string; readonly answer: string } => {
  const [, one = "", other = ""] = QUESTION.exec(html) ?? [];
  return { challenge: CHALLENGE.exec(html)?.[1] ?? "", answer: String(Number(one) + Number(other)) };
};

/** Searches as a person without script does. */
export const searchFor = async (visitor: Visitor, wanted: string, email: string): Promise<Page> => {
  const { html } = await visitor.get("/track");
  return visitor.post("/track", { wanted, email, ...solvedBySum(html) });
};

const PATIENCE = 100;

/** The letters in a mailbox, as soon as there are so many. */
export const lettersTo = async ({ demo }: Stage, email: string, count = 1): Promise<readonly Letter[]> => {
  for (let round = 0; round < PATIENCE; round += 1) {
    const letters = accessLetters(demo.hosting.mailbox.inbox(email));
    if (letters.length >= count) return letters;
    await sleep(20);
  }
  throw new TypeError(`${email} does not get ${count} letters`);
};

/** Only those that open an order; orders write letters of their own. */
export const accessLetters = (letters: readonly Letter[]): readonly Letter[] =>
  letters.filter(({ id }) => id.startsWith("access:"));

/** The address of the first link in a letter, without its origin. */
export const pathIn = ({ text }: Letter): string =>
  /https?:\/\/[^/\s]+(\/track\/access\?token=\S+)/.exec(text)?.[1] ?? "";

const TOKEN = /name="token" value="([^"]+)"/;

/** Follows a mailed link and presses its button. */
export const enterBy = async (visitor: Visitor, path: string): Promise<Page> => {
  const { html } = await visitor.get(path);
  return visitor.post("/track/access", { token: TOKEN.exec(html)?.[1] ?? "" });
};

/** Somebody who came to an order with a mailed link, and where its page is for them. */
export const trackerOf = async (
  stage: Stage,
  wanted: string,
  email: string,
): Promise<{ readonly visitor: Visitor; readonly page: string }> => {
  const visitor = stage.visitor();
  await searchFor(visitor, wanted, email);
  const [letter] = await lettersTo(stage, email);
  const { location = "" } = await enterBy(visitor, letter ? pathIn(letter) : "");
  await visitor.get(location);
  return { visitor, page: location };
};
