import type { Clock } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import type { AssertionMemory } from "@hostseal/sign-on";

/** Remembers used assertions until they have expired everywhere, and the latest generation of every account. */
export const createAssertionMemory = (clock: Clock): AssertionMemory => {
  const used = new Map<string, Instant>();
  const generations = new Map<string, number>();
  return {
    useOnce: async (issuer, number, until) => {
      const now = clock.now();
      for (const [key, end] of used) if (end <= now) used.delete(key);
      const key = JSON.stringify([issuer, number]);
      if (used.has(key)) return false;
      used.set(key, until);
      return true;
    },
    isCurrent: async (issuer, account, generation) => {
      const key = JSON.stringify([issuer, account]);
      const latest = Math.max(generations.get(key) ?? 0, generation);
      generations.set(key, latest);
      return generation === latest;
    },
  };
};
