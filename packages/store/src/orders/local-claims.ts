import type { Claim, Claims, Clock, OrderId } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";

type Lease = Claim & { readonly until: Instant };

const FENCES_PER_MILLISECOND = 1000;

/**
 * Claims for the workers of one process. They are kept in memory, because with one writer nobody who holds one outlives
 * the process. Only the fence has to grow beyond a restart, so it follows the clock, with room for a thousand claims in
 * each millisecond.
 */
export const createLocalClaims = (clock: Pick<Clock, "now">): Claims => {
  const leases = new Map<OrderId, Lease>();
  let lastFence = 0;

  const leaseOf = ({ order, fence }: Claim): Lease | undefined => {
    const lease = leases.get(order);
    return lease?.fence === fence ? lease : undefined;
  };

  return {
    claim: async (order, worker, leaseMilliseconds) => {
      const now = clock.now();
      const lease = leases.get(order);
      if (lease !== undefined && lease.worker !== worker && lease.until > now) return undefined;
      lastFence = Math.max(now * FENCES_PER_MILLISECOND, lastFence + 1);
      const claim = { order, worker, fence: lastFence };
      leases.set(order, { ...claim, until: now + leaseMilliseconds });
      return claim;
    },
    extend: async (claim, leaseMilliseconds) => {
      const lease = leaseOf(claim);
      const now = clock.now();
      if (lease === undefined || lease.until <= now) return false;
      leases.set(claim.order, { ...lease, until: now + leaseMilliseconds });
      return true;
    },
    release: async (claim) => {
      if (leaseOf(claim) !== undefined) leases.delete(claim.order);
    },
    holds: async (claim) => leaseOf(claim) !== undefined,
  };
};
