import { failure, reasonOf } from "@hostseal/core";
import type { Clock } from "@hostseal/core";
import { z } from "zod";
import { createSystemClock } from "./system-clock.ts";

const answer = z.object({ now: z.number() });
const PATIENCE = 5_000;

const askTime = async (url: string): Promise<number> => {
  const response = await fetch(`${url}/clock`, { signal: AbortSignal.timeout(PATIENCE) });
  return answer.parse(await response.json()).now;
};

/**
 * The clock of a demo world in another process: asked once how far it is ahead, and kept that far ahead of the machine's.
 * Fails with `config.invalid` when the demo is not running.
 */
export const createDemoClock = async (url: string, path: string): Promise<Clock> => {
  try {
    return createSystemClock((await askTime(url)) - Date.now());
  } catch (thrown) {
    const because = `the demo at ${url} does not answer (${reasonOf(thrown)}); start it with \`npm start\``;
    throw failure("config.invalid", { path, because }, { cause: thrown });
  }
};
