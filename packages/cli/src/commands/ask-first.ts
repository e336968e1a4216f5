import { failure } from "@hostseal/core";
import type { CommandContext } from "../command-line/command-row.ts";

const YES = /^\s*y(es)?\s*$/i;

/** Fails with `input.option` when an answer is needed, was not given as an option, and nobody is there to ask. */
export const requireAnswers = (context: CommandContext, answers: Readonly<Record<string, boolean>>): void => {
  if (context.terminal.ask !== undefined && !context.isJson) return;
  const missing = Object.entries(answers).find(([, given]) => !given);
  if (missing === undefined) return;
  throw failure("input.option", { option: missing[0], because: "it is needed here, because nobody can be asked" });
};

/** Whether a person says yes; an answer given as an option is not asked again. */
export const askFirst = async (context: CommandContext, given: boolean, question: string): Promise<boolean> => {
  if (given) return true;
  const answer = await context.terminal.ask?.(`${question} [y/N] `);
  return YES.test(answer ?? "");
};
