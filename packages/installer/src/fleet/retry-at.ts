import type { Failure, Random } from "@hostseal/core";
import { type Instant, MINUTE, SECOND } from "@hostseal/rules";
import { jittered } from "../transport/jitter.ts";

/** Nobody watches a fleet for longer than this before the next try. */
const LONGEST = 15 * MINUTE;
const TRIES = 3;
const PAUSE = 5 * SECOND;
const GROWTH = 4;

export type Trouble = {
  readonly failure: Failure;
  /** How often it was tried, this time included. */
  readonly tries: number;
  readonly now: Instant;
  readonly random: Random;
};

/** When a host is tried again: for trouble that passes by itself, by the error table, and not too often. */
export const retryAt = ({ failure, tries, now, random }: Trouble): Instant | undefined => {
  const { retry } = failure.row;
  if (tries >= TRIES || (retry !== "soon" && retry !== "told")) return undefined;
  const at = Math.max(now + jittered(PAUSE * GROWTH ** (tries - 1), random), failure.retryAt ?? 0);
  return at - now > LONGEST ? undefined : at;
};
