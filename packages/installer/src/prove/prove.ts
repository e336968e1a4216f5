import type { Clock } from "@hostseal/core";
import { SECOND } from "@hostseal/rules";
import type { Look, Sight } from "./look.ts";
import type { Seen, View } from "./view.ts";

export type ProvePorts = { readonly look: Look; readonly clock: Clock };

export type Patience = {
  readonly time: number;
  /** Whether the host says that nobody with the old configuration takes connections any more. */
  readonly hasTurned?: boolean;
};

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

/** The first site of a view that is seen over TLS, at each address: the one that an installation is about. */
const isAbout = (before: View, { spot }: Seen): boolean =>
  spot.kind === "page" &&
  spot.scheme === "https" &&
  before.find((one) => one.spot.kind === "page" && one.spot.scheme === "https" && one.spot.address === spot.address)
    ?.spot === spot;

/** What is seen now of the site; the rest as it was before. */
const glance = async (before: View, look: Look): Promise<readonly Sight[]> =>
  Promise.all(before.map(async (seen) => (isAbout(before, seen) ? look(seen.spot) : seen.sights[0])));

const gaze = async (before: View, look: Look): Promise<readonly Sight[]> =>
  Promise.all(before.map(async ({ spot }) => look(spot)));

/**
 * Looks at the site again and again until nothing has been wrong with it for a while, and then at everything; or until
 * the time is over. When the host has turned over, nothing has to last: it is looked at once, and once with all the rest.
 */
export const prove = async (
  before: View,
  judge: Judge,
  { look, clock, time, hasTurned = false }: ProvePorts & Patience,
): Promise<Proven> => {
  const deadline = clock.now() + time;
  let inARow = hasTurned ? IN_A_ROW - 1 : 0;
  let because = "nothing was looked at";
  do {
    const isLast = inARow === IN_A_ROW;
    const trouble = judge(await (isLast ? gaze : glance)(before, look));
    if (isLast && trouble === undefined) return { kind: "proven" };
    inARow = trouble === undefined ? inARow + 1 : 0;
    because = trouble ?? because;
    if (inARow < IN_A_ROW) await clock.until(clock.now() + PAUSE);
  } while (clock.now() < deadline || inARow === IN_A_ROW);
  return { kind: "not-proven", because };
};
