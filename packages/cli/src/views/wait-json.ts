import { wordsOf } from "@hostseal/core";
import type { Wait } from "@hostseal/core";
import { toIso } from "@hostseal/rules";

/** A reason to wait as a program reads it. */
export const toWaitJson = (wait: Wait) => {
  const { reason, actor, until } = wait;
  return { reason, actor, ...wordsOf(wait), until: toIso(until) };
};
