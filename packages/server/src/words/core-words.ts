import {
  type Actor,
  type errors,
  type Failure,
  type PreflightFinding,
  type preflightProblems,
  render,
  type Standing,
  type Wait,
  type waits,
} from "@hostseal/core";

type Pair<First extends string, Second extends string> = Readonly<Record<First | Second, string>>;

/** What the core says, in one language: a sentence for everything that can be waited for, fail, or be found beforehand. */
export type CoreWords = {
  readonly waits: Readonly<Record<keyof typeof waits, Pair<"sentence", "todo">>>;
  readonly errors: Readonly<Record<keyof typeof errors, Pair<"sentence", "fix">>>;
  readonly problems: Readonly<Record<keyof typeof preflightProblems, Pair<"sentence", "fix">>>;
  readonly actors: Readonly<Record<Actor, string>>;
  readonly standings: Readonly<Record<Standing, string>>;
};

/** A wait in words: what is going on, and what there is to do. */
export const waitInWords = (words: CoreWords, { reason, parameters }: Wait): Pair<"sentence", "todo"> => {
  const { sentence, todo } = words.waits[reason];
  return { sentence: render(sentence, parameters), todo: render(todo, parameters) };
};

export const failureInWords = (
  words: CoreWords,
  { code, parameters }: Pick<Failure, "code" | "parameters">,
): Pair<"sentence", "fix"> => {
  const { sentence, fix } = words.errors[code];
  return { sentence: render(sentence, parameters), fix: render(fix, parameters) };
};

export const findingInWords = (
  words: CoreWords,
  { problem, parameters }: PreflightFinding,
): Pair<"sentence", "fix"> => {
  const { sentence, fix } = words.problems[problem];
  return { sentence: render(sentence, parameters), fix: render(fix, parameters) };
};
