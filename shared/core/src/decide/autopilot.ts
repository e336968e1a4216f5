import { DAY, toIso } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import type { Order } from "../orders/order.ts";
import { reissueAt } from "../reissue/reissue-at.ts";
import { dueMessage, nextLicenceReminder } from "../reissue/reminders.ts";
import { ADVICE_LIFE } from "./cadence.ts";
import type { Policy } from "./decision.ts";
import { waitFor } from "./decision.ts";
import { reasonToTryAgain } from "./enrolment.ts";

/** Make sure that people hear what concerns them, once. */
export const peopleAreTold: Policy = (order, now) => {
  const message = dueMessage(order, now);
  return message && { kind: "queue-message", message };
};

/** Make sure that an order ends with its licence. */
export const licenceEndsTheOrder: Policy = ({ licence }, now) =>
  licence !== undefined && now >= licence.end ? { kind: "end", because: { kind: "expired" } } : undefined;

/** Make sure that a reissue somebody asked for is begun. */
export const askedReissueBegins: Policy = ({ request, enrolment, names }) => {
  if (request?.kind !== "reissue" || enrolment !== undefined) return undefined;
  const same = request.names.length === names.length && request.names.every((name) => names.includes(name));
  return {
    kind: "begin-enrolment",
    reason: same ? "asked-by-customer" : "names-changed",
    names: request.names,
    ...(request.csr !== undefined && { csr: request.csr }),
  };
};

/** Make sure that we know the issuer's advice when to replace a certificate, where it gives one. */
export const adviceIsRead: Policy = ({ certificate, enrolment }, now) => {
  if (certificate === undefined || enrolment !== undefined) return undefined;
  const { advice } = certificate;
  return advice === undefined || advice.at + ADVICE_LIFE <= now ? { kind: "read-advice" } : undefined;
};

/** Make sure that the next certificate is under way long before the present one ends. */
export const reissueBeginsInTime: Policy = (order, now) => {
  if (order.enrolment !== undefined || order.renewedBy !== undefined) return undefined;
  const { certificate, names } = order;
  if (certificate === undefined) return { kind: "begin-enrolment", reason: reasonToTryAgain(order), names };
  const at = reissueAt(order, certificate, certificate.advice);
  if (at === undefined || now < at) return undefined;
  const reason = certificate.advice?.window === undefined ? reasonToTryAgain(order) : "issuer-advice";
  return { kind: "begin-enrolment", reason, names };
};

const day = (instant: Instant): string => toIso(instant).slice(0, 10);

/** When there is something to do next for an order that is well. */
const nextEvent = (order: Order, now: Instant, reissue: Instant | undefined): Instant => {
  const advice = order.certificate?.advice;
  const moments = [
    reissue,
    nextLicenceReminder(order, now),
    order.licence?.end,
    advice && advice.at + ADVICE_LIFE,
  ].filter((at): at is Instant => at !== undefined && at > now);
  return moments.length === 0 ? now + DAY : Math.min(...moments);
};

/** Make sure that an order that is well says so, with both of its clocks. */
export const allIsWell: Policy = (order, now) => {
  const { certificate, licence, enrolment } = order;
  if (enrolment !== undefined || certificate === undefined || licence === undefined) return undefined;
  const reissue = order.renewedBy === undefined ? reissueAt(order, certificate, certificate.advice) : undefined;
  const until = nextEvent(order, now, reissue);
  const licenceEnd = day(licence.end);
  if (reissue === undefined && order.renewedBy === undefined)
    return waitFor("licence.ending", until, { licenceEnd, order: order.id });
  const plan =
    reissue === undefined ? `order ${order.renewedBy} continues it` : `reissued by itself on ${day(reissue)}`;
  return waitFor("licence.running", until, { notAfter: day(certificate.notAfter), licenceEnd, plan });
};
