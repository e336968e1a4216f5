import { type Order, preflightProblems, render, setbackWords, type Wait } from "@hostseal/core";
import { type CoreWords, failureInWords, findingInWords, waitInWords } from "./core-words.ts";
import { readable } from "./isolated.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Telling = { readonly english: string; readonly problem: string; readonly fix: string };

const findingsOf = ({ preflight }: Order, words: CoreWords): readonly Telling[] =>
  (preflight?.findings ?? []).map((finding) => {
    const { sentence: problem, fix } = findingInWords(words, finding);
    return { english: render(preflightProblems[finding.problem].sentence, finding.parameters), problem, fix };
  });

const setbacksOf = ({ setbacks, enrolment, lastRefusal }: Order, words: CoreWords): readonly Telling[] => {
  const installations = enrolment && "installations" in enrolment.phase ? enrolment.phase.installations : [];
  const all = [...Object.values(setbacks), ...installations.map(({ setback }) => setback), lastRefusal];
  return all.flatMap((setback) => {
    if (setback === undefined) return [];
    const { sentence: problem, fix } = failureInWords(words, setback);
    return [{ english: setbackWords(setback).problem, problem, fix }];
  });
};

/** A wait that repeats what a finding or a failure says, in English, with the same in the reader's language. */
const retold = (order: Order, wait: Wait, words: CoreWords): Wait => {
  const said = wait.parameters["problem"];
  if (said === undefined) return wait;
  const tellings = [...findingsOf(order, words), ...setbacksOf(order, words)];
  const telling = tellings.find(({ english }) => english === said);
  return telling ? { ...wait, parameters: { problem: telling.problem, fix: telling.fix } } : wait;
};

/** What an order waits for, and what there is to do, for somebody who reads it on a page. */
export const tellWait = (
  order: Order,
  wait: Wait,
  { core, locale }: Pick<Vocabulary, "core" | "locale">,
): { readonly sentence: string; readonly todo: string } => {
  const { sentence, todo } = waitInWords(core, retold(order, wait, core));
  return { sentence, todo: readable(todo, locale) };
};
