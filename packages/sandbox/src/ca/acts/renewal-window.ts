import type { Instant } from "@hostseal/rules";
import { DAY, reissueSchedule } from "@hostseal/rules";
import type { CaOrder } from "../orders/order.ts";
import { certificatesOf } from "../orders/order.ts";

export type RenewalWindow = { readonly start: Instant; readonly end: Instant };

/**
 * When the authority advises to replace the last certificate: a window around two thirds of its life, or one that has
 * passed when it must go at once (RFC 9773 §4.1). Nothing while there is no certificate.
 */
export const renewalWindow = (order: CaOrder): RenewalWindow | undefined => {
  const certificate = certificatesOf(order).at(-1);
  if (!certificate || order.ending) return undefined;
  const { notBefore, notAfter, replaceNow } = certificate;
  if (replaceNow !== undefined) return { start: replaceNow - DAY, end: replaceNow };
  const life = notAfter - notBefore;
  const { fractionOfLife, jitterFraction } = reissueSchedule({ lifetimeDays: life / DAY });
  const centre = notBefore + life * fractionOfLife;
  const half = (life * jitterFraction) / 2;
  return { start: Math.round(centre - half), end: Math.round(centre + half) };
};
