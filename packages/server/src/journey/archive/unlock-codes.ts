import type { Clock, OrderId } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { HOUR, type Instant } from "@hostseal/rules";

/** Unlock codes between the archive they open and the page that shows them, once. Nothing of them is written down. */
export type UnlockCodes = {
  keep(order: OrderId, code: Secret): void;
  isThere(order: OrderId): boolean;
  /** Gives the code away; from then on it is not here. */
  take(order: OrderId): Secret | undefined;
};

const LIFE = HOUR;

export const createUnlockCodes = (clock: Clock): UnlockCodes => {
  const codes = new Map<OrderId, { readonly code: Secret; readonly until: Instant }>();
  const find = (order: OrderId): Secret | undefined => {
    for (const [key, { until }] of codes) if (until <= clock.now()) codes.delete(key);
    return codes.get(order)?.code;
  };
  return {
    keep: (order, code) => void codes.set(order, { code, until: clock.now() + LIFE }),
    isThere: (order) => find(order) !== undefined,
    take: (order) => {
      const code = find(order);
      codes.delete(order);
      return code;
    },
  };
};
