import { DAY, reissueSchedule } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import type { IssuedCertificate } from "../orders/enrolment.ts";
import type { LiveCertificate, Order } from "../orders/order.ts";
import { spread } from "./spread.ts";

type Advice = LiveCertificate["advice"];

/** A point inside the issuer's window, the same for one certificate whenever it is asked (RFC 9773 §4.2). */
const inWindow = ({ start, end }: { readonly start: Instant; readonly end: Instant }, chance: number): Instant =>
  Math.floor(start + (end - start) * chance);

/** A certificate that was issued when the advised window had begun has followed the advice already. */
const isStale = ({ start }: { readonly start: Instant }, { notBefore }: IssuedCertificate): boolean =>
  start <= notBefore;

/**
 * When the certificate is to be replaced, or nothing when the licence leaves nothing to gain.
 *
 * The issuer's advice decides if there is one; otherwise a fraction of the lifetime with some spread, so that many
 * orders do not come at once. Never later than the safety margin before the end; earlier by the time a person needs
 * when a proof must be renewed by hand.
 */
export const reissueAt = (order: Order, certificate: IssuedCertificate, advice?: Advice): Instant | undefined => {
  const end = order.licence?.end;
  if (end !== undefined && certificate.notAfter + 1000 >= end) return undefined;
  const life = certificate.notAfter - certificate.notBefore;
  const schedule = reissueSchedule({ lifetimeDays: life / DAY });
  const chance = spread(certificate.serial);
  const byLife = certificate.notBefore + life * (schedule.fractionOfLife + schedule.jitterFraction * (chance - 0.5));
  const window = advice?.window;
  const wanted = window === undefined || isStale(window, certificate) ? Math.floor(byLife) : inWindow(window, chance);
  const lead = needsPerson(order, wanted) ? schedule.manualLeadDays : 0;
  return Math.min(wanted, certificate.notAfter - (schedule.safetyMarginDays + lead) * DAY);
};

/** Whether a person will have to renew some proof for an issue at that time. */
const needsPerson = (order: Order, at: Instant): boolean =>
  order.completed.some(({ byHand, reuseUntil }) => byHand && reuseUntil < at);
