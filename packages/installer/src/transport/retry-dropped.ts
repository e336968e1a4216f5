import type { Clock, Random } from "@hostseal/core";
import type { Gates } from "./gates.ts";
import { jittered } from "./jitter.ts";
import type { SshTarget } from "./transport.ts";

export type Patience = {
  readonly clock: Clock;
  readonly random: Random;
  readonly gates: Gates;
  readonly signal: AbortSignal | undefined;
};

const RETRIES = 2;
/** Milliseconds; longer with every retry. */
const PAUSE = 400;

/** sshd drops new connections at random beyond ten that have not logged in yet (MaxStartups 10:30:100). */
export const HANDSHAKES_AT_ONCE = 5;

/**
 * Tries again, a bounded number of times and after a pause by chance, what sshd dropped before a word was said. It is
 * for `wasDropped` to say so of nothing else: a login that failed is never repeated.
 */
export const retryDropped = async <T>(
  { address, port }: SshTarget,
  attempt: { readonly run: () => Promise<T>; readonly wasDropped: (outcome: T) => boolean },
  { clock, random, gates, signal }: Patience,
): Promise<T> => {
  for (let retry = 1; ; retry += 1) {
    const outcome = await gates.pass(`${address} ${port}`, attempt.run);
    if (!attempt.wasDropped(outcome) || retry > RETRIES) return outcome;
    await clock.until(clock.now() + jittered(PAUSE * retry, random), signal);
  }
};
