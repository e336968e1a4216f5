import { needsSomebody, wordsOf } from "@hostseal/core";
import type { Wait } from "@hostseal/core";
import { actorWords } from "./actors.ts";
import type { Paint } from "./paint.ts";
import { toMoment } from "./times.ts";

const who = ({ actor }: Wait): string => (needsSomebody(actor) ? `${actorWords[actor]} must act` : actorWords[actor]);

/** What is going on, who must act, what they must do, and when we look again. */
export const toWaitLines = (wait: Wait, paint: Paint): readonly string[] => {
  const { sentence, todo } = wordsOf(wait);
  return [
    sentence,
    `Who acts:   ${needsSomebody(wait.actor) ? paint.warn(who(wait)) : who(wait)}`,
    `To do:      ${todo}`,
    `Next look:  ${toMoment(wait.until)}, by itself`,
  ];
};
