import type { Response } from "express";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { apiRefusal } from "./problems.ts";

export type RateLimit = {
  /** Takes one from what `who` may do, and says in the answer how much is left. Fails with `request.too-many`. */
  take(who: string, response: Response): Promise<void>;
};

type Policy = { readonly name: string; readonly quota: number; readonly seconds: number };

/** Requests with one key. */
export const KEY_POLICY: Policy = { name: "key", quota: 600, seconds: 60 };
/** Requests without a good key from one address: whoever guesses keys is slow. */
export const GUESS_POLICY: Policy = { name: "address", quota: 30, seconds: 60 };

const toSeconds = (milliseconds: number): number => Math.ceil(milliseconds / 1_000);

/** Counts in this process, and tells programs how they stand (draft-ietf-httpapi-ratelimit-headers). */
export const createRateLimit = ({ name, quota, seconds }: Policy): RateLimit => {
  const limiter = new RateLimiterMemory({ points: quota, duration: seconds });

  const tell = (response: Response, { remainingPoints, msBeforeNext }: RateLimiterRes): void => {
    response.set("RateLimit-Policy", `"${name}";q=${quota};w=${seconds}`);
    response.set("RateLimit", `"${name}";r=${Math.max(0, remainingPoints)};t=${toSeconds(msBeforeNext)}`);
  };

  return {
    take: async (who, response) => {
      try {
        tell(response, await limiter.consume(who));
      } catch (thrown) {
        if (!(thrown instanceof RateLimiterRes)) throw thrown;
        tell(response, thrown);
        response.set("Retry-After", String(toSeconds(thrown.msBeforeNext)));
        throw apiRefusal("request.too-many");
      }
    },
  };
};
