import { forecast, type Order } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";

/** What was paid for: until when, and the how-manyeth of about how many certificates this one is. */
export type LicenceView = { readonly until: Instant; readonly number: number; readonly total: number };

/** Nothing before there is a licence. */
export const toLicenceView = (order: Order, now: Instant): LicenceView | undefined => {
  const { licence, certificates } = order;
  if (licence === undefined) return undefined;
  const coming = forecast(order, now).filter(({ kind }) => kind === "reissue").length;
  const number = Math.max(certificates, 1);
  return { until: licence.end, number, total: number + coming };
};
