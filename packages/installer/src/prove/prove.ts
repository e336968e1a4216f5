import type { Clock } from "@hostseal/core";
import { SECOND } from "@hostseal/rules";
import type { Look, Sight } from "./look.ts";
import type { View } from "./view.ts";

export type ProvePorts = { readonly look: Look; readonly clock: Clock };

/** A judgement over what is seen now: what is wrong, in words, or nothing. */
export type Judge = (now: readonly Sight[]) => string | undefined;

export type Proven = { readonly kind: "proven" } | { readonly kind: "not-proven"; readonly because: string };

const SHORTEST = 5 * SECOND;
const TEST_TIMES = 4;
const PAUSE = 50;
/** Workers of the old configuration answer for a tenth of a second longer, so what is seen has to last. */
const IN_A_ROW = 5;

/** How long a reload may take to be seen, by how long the server's own test took. */
export const proofTime = (testTime: number): number => Math.max(SHORTEST, TEST_TIMES * testTime);

/** Looks again and again until nothing is wrong for a while, or the time is over. */
export const prove = async (
  before: View,
  judge: Judge,
  { look, clock, time }: ProvePorts & { readonly time: number },
): Promise<Proven> => {
  const deadline = clock.now() + time;
  let inARow = 0;
  let because = "nothing was looked at";
  do {
    const trouble = judge(await Promise.all(before.map(async ({ spot }) => look(spot))));
    inARow = trouble === undefined ? inARow + 1 : 0;
    if (inARow === IN_A_ROW) return { kind: "proven" };
    because = trouble ?? because;
    await clock.until(clock.now() + PAUSE);
  } while (clock.now() < deadline);
  return { kind: "not-proven", because };
};
