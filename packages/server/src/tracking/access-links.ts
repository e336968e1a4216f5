import { createHash } from "node:crypto";
import type { Clock, Random } from "@hostseal/core";
import { type Instant, MINUTE } from "@hostseal/rules";
import type { Tracker } from "./tracker.ts";

/** Links that were mailed. Only digests of their tokens are kept, so that reading them opens nothing. */
export type AccessLinks = {
  /** A fresh token, which goes into the mail and nowhere else. */
  issue(tracker: Tracker): string;
  isGood(token: string): boolean;
  /** Whom it lets in; nothing when it was used, is too old, or was never given out. */
  use(token: string): Tracker | undefined;
};

const LINK_LIFE = 30 * MINUTE;
const TOKEN_BYTES = 32;

const digest = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const createAccessLinks = ({
  clock,
  random,
}: {
  readonly clock: Clock;
  readonly random: Random;
}): AccessLinks => {
  const links = new Map<string, { readonly tracker: Tracker; readonly until: Instant }>();
  const find = (token: string): Tracker | undefined => {
    const link = links.get(digest(token));
    return link && link.until > clock.now() ? link.tracker : undefined;
  };
  const forgetOld = (): void => {
    for (const [key, { until }] of links) if (until <= clock.now()) links.delete(key);
  };
  return {
    issue: (tracker) => {
      forgetOld();
      const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString("base64url");
      links.set(digest(token), { tracker, until: clock.now() + LINK_LIFE });
      return token;
    },
    isGood: (token) => find(token) !== undefined,
    use: (token) => {
      const tracker = find(token);
      links.delete(digest(token));
      return tracker;
    },
  };
};
