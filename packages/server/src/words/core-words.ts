import type {
  Actor,
  errors,
  Failure,
  Message,
  PreflightFinding,
  preflightProblems,
  Standing,
  Wait,
  waits,
} from "@hostseal/core";
import type { Codes, Phrases } from "./core-phrases.ts";
import type { Locale } from "./locale.ts";
import { type CoreValues, say } from "./say.ts";

type Pair<First extends string, Second extends string> = Readonly<Record<First | Second, string>>;

export type WaitWords = Readonly<Record<keyof typeof waits, Pair<"sentence", "todo">>>;
export type ErrorWords = Readonly<Record<keyof typeof errors, Pair<"sentence", "fix">>>;
export type ProblemWords = Readonly<Record<keyof typeof preflightProblems, Pair<"sentence", "fix">>>;
export type MailWords = Readonly<Record<Message["template"], Pair<"subject", "text">>>;

/** What the core says, in one language: a sentence for everything that can be waited for, fail, or be found beforehand. */
export type CoreWords = {
  readonly locale: Locale;
  readonly waits: WaitWords;
  readonly errors: ErrorWords;
  readonly problems: ProblemWords;
  readonly mails: MailWords;
  readonly phrases: Phrases;
  readonly codes: Codes;
  readonly actors: Readonly<Record<Actor, string>>;
  readonly standings: Readonly<Record<Standing, string>>;
};

type Failed = Pick<Failure, "code" | "parameters">;

/** A wait in words: what is going on, and what there is to do. */
export const waitInWords = (
  words: CoreWords,
  { reason, parameters }: Pick<Wait, "reason" | "parameters">,
): Pair<"sentence", "todo"> => {
  const { sentence, todo } = words.waits[reason];
  return { sentence: say(words, sentence, parameters), todo: say(words, todo, parameters) };
};

export const failureInWords = (words: CoreWords, { code, parameters }: Failed): Pair<"sentence", "fix"> => {
  const { sentence, fix } = words.errors[code];
  return { sentence: say(words, sentence, parameters), fix: say(words, fix, parameters) };
};

export const findingInWords = (
  words: CoreWords,
  { problem, parameters }: PreflightFinding,
): Pair<"sentence", "fix"> => {
  const { sentence, fix } = words.problems[problem];
  return { sentence: say(words, sentence, parameters), fix: say(words, fix, parameters) };
};

/** A message in words. The notice of a refusal tells the order's last one, which is needed to say it in another language. */
export const mailInWords = (
  words: CoreWords,
  { template, parameters }: Pick<Message, "template" | "parameters">,
  refusal?: Failed,
): Pair<"subject", "text"> => {
  const { subject, text } = words.mails[template];
  const values: CoreValues = { ...parameters, ...(refusal && retold(words, refusal)) };
  return { subject: say(words, subject, values), text: say(words, text, values) };
};

const retold = (words: CoreWords, refusal: Failed): CoreValues => {
  const { sentence: problem, fix } = failureInWords(words, refusal);
  return { problem, fix };
};
