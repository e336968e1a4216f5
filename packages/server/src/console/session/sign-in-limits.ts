import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const QUARTER_OF_AN_HOUR = 15 * 60;
/** Somebody who mistypes a password comes this far; somebody who guesses does not get on. */
const PER_PERSON = 8;
const PER_ADDRESS = 40;

export type SignInLimits = {
  /** Whether one more password may be tried. */
  mayTry(address: string, email: string): Promise<boolean>;
  /** It was the right one. */
  forgive(address: string, email: string): Promise<void>;
};

const personAt = (address: string, email: string): string => JSON.stringify([address, email.toLowerCase()]);

/** Counts in this process: for a person from one address, so that nobody locks anybody else out, and for the address. */
export const createSignInLimits = (): SignInLimits => {
  const perPerson = new RateLimiterMemory({ points: PER_PERSON, duration: QUARTER_OF_AN_HOUR });
  const perAddress = new RateLimiterMemory({ points: PER_ADDRESS, duration: QUARTER_OF_AN_HOUR });
  return {
    mayTry: async (address, email) => {
      try {
        await Promise.all([perAddress.consume(address), perPerson.consume(personAt(address, email))]);
        return true;
      } catch (thrown) {
        if (thrown instanceof RateLimiterRes) return false;
        throw thrown;
      }
    },
    forgive: async (address, email) => void (await perPerson.delete(personAt(address, email))),
  };
};
