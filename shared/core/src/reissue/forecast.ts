import { LICENCE_REMINDERS, DAY, latestNotAfter, practisedValidity } from "@hostseal/rules";
import type { DomainName, Instant } from "@hostseal/rules";
import type { IssuedCertificate } from "../orders/enrolment.ts";
import type { LiveCertificate, Order } from "../orders/order.ts";
import type { CompletedValidation } from "../orders/validation.ts";
import { reissueAt } from "./reissue-at.ts";
import { servesUntil } from "./serves-until.ts";

/** What will happen to a licence, as far as the rules known today tell. */
export type Forecast =
  | {
      readonly kind: "reissue";
      readonly at: Instant;
      readonly notAfter: Instant;
      /** The names that must be validated afresh for it, and those of them that need a person. */
      readonly revalidate: readonly DomainName[];
      readonly byHand: readonly DomainName[];
    }
  | { readonly kind: "reminder"; readonly at: Instant; readonly days: number }
  | { readonly kind: "licence-end"; readonly at: Instant };

type Future = { readonly order: Order; readonly certificate: IssuedCertificate };

/** How the order stands after an ideal reissue: a certificate as long as rules and licence allow, stale proofs renewed. */
const reissued = (
  { order, certificate }: Future,
  at: Instant,
): { readonly future: Future; readonly event: Forecast } => {
  const { brand, level } = order.product;
  const longest = latestNotAfter(at, practisedValidity({ brand, at }).days);
  const notAfter = Math.min(longest, order.licence?.end ?? longest);
  const renew = (one: CompletedValidation): CompletedValidation =>
    one.reuseUntil >= at
      ? one
      : { ...one, at, reuseUntil: servesUntil({ validatedAt: at, brand, level, method: one.method }) };
  const stale = order.completed.filter((one) => one.reuseUntil < at);
  const next: IssuedCertificate = { ...certificate, serial: `${certificate.serial}+`, notBefore: at, notAfter };
  return {
    future: { order: { ...order, completed: order.completed.map(renew) }, certificate: next },
    event: {
      kind: "reissue",
      at,
      notAfter,
      revalidate: stale.map(({ name }) => name),
      byHand: stale.filter(({ byHand }) => byHand).map(({ name }) => name),
    },
  };
};

const reissues = (start: Future, advice: LiveCertificate["advice"]): readonly Forecast[] => {
  const events: Forecast[] = [];
  let future = start;
  for (;;) {
    const at = reissueAt(future.order, future.certificate, events.length === 0 ? advice : undefined);
    if (at === undefined || at <= future.certificate.notBefore) return events;
    const next = reissued(future, at);
    events.push(next.event);
    ({ future } = next);
  }
};

/**
 * Every reissue, revalidation and reminder from now until the licence ends, earliest first. Empty before the first
 * certificate, and when another order continues the licence.
 */
export const forecast = (order: Order, now: Instant): readonly Forecast[] => {
  const { certificate, licence } = order;
  if (certificate === undefined || licence === undefined || order.renewedBy !== undefined) return [];
  if (order.state.kind !== "active") return [];
  const reminders = LICENCE_REMINDERS.map((days): Forecast => ({
    kind: "reminder",
    at: licence.end - days * DAY,
    days,
  }));
  const end = { kind: "licence-end", at: licence.end } as const;
  return [...reissues({ order, certificate }, certificate.advice), ...reminders.filter(({ at }) => at > now), end].sort(
    (left, right) => left.at - right.at,
  );
};
