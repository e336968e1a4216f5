import { DAY, toIso } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import type { LiveCertificate, Order, WatchVerdict } from "../orders/order.ts";
import { reissueAt } from "../reissue/reissue-at.ts";
import { dayOf } from "../sentences/day.ts";
import { dueMessage, nextLicenceReminder } from "../reissue/reminders.ts";
import type { Policy, Wait } from "./decision.ts";
import { waitFor } from "./decision.ts";
import { reasonToBegin } from "./enrolment.ts";

/** Make sure that people hear what concerns them, once. */
export const peopleAreTold: Policy = (order, now) => {
  const message = dueMessage(order, now);
  return message && { kind: "queue-message", message };
};

/** Make sure that an order ends with its licence. */
export const licenceEndsTheOrder: Policy = ({ licence }, now) =>
  licence !== undefined && now >= licence.end ? { kind: "end", because: { kind: "expired" } } : undefined;

/** Make sure that a reissue somebody asks for takes the place of a trip that was begun before. */
export const askedReissueSupersedes: Policy = (order) => {
  const { request, enrolment } = order;
  if (request?.kind !== "reissue" || enrolment === undefined || enrolment.finishedAt !== undefined) return undefined;
  const { kind } = enrolment.phase;
  const isLater = enrolment.number > request.after;
  return isLater || kind === "proven" || kind === "abandoned" ? undefined : { kind: "abandon-enrolment" };
};

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

/** Make sure that we know the issuer's advice when to replace a certificate, where it gives one; the watch notices a change. */
export const adviceIsRead: Policy = ({ certificate, enrolment }) =>
  certificate !== undefined && enrolment === undefined && certificate.advice === undefined
    ? { kind: "read-advice" }
    : undefined;

/** Make sure that the next certificate is under way long before the present one ends. */
export const reissueBeginsInTime: Policy = (order, now) => {
  if (order.enrolment !== undefined || order.renewedBy !== undefined) return undefined;
  const { certificate, names } = order;
  if (certificate === undefined) return { kind: "begin-enrolment", reason: reasonToBegin(order), names };
  const at = reissueAt(order, certificate, certificate.advice);
  if (at === undefined || now < at) return undefined;
  const reason = certificate.advice?.window === undefined ? reasonToBegin(order) : "issuer-advice";
  return { kind: "begin-enrolment", reason, names };
};

/** When there is something to do next for an order that is well. */
const nextEvent = (order: Order, now: Instant, reissue: Instant | undefined): Instant => {
  const moments = [reissue, nextLicenceReminder(order, now), order.licence?.end].filter(
    (at): at is Instant => at !== undefined && at > now,
  );
  return moments.length === 0 ? now + DAY : Math.min(...moments);
};

const whyNotServed = (verdict: Exclude<WatchVerdict, { kind: "served" }>): string =>
  verdict.kind === "not-reachable" ? verdict.because : "another certificate is in its place";

const running = (order: Order, certificate: LiveCertificate, now: Instant): Wait => {
  const reissue = reissueAt(order, certificate, certificate.advice);
  const until = nextEvent(order, now, reissue);
  const licenceEnd = dayOf(order.licence?.end ?? certificate.notAfter);
  const { verdict, at } = certificate.watch;
  if (verdict.kind !== "served") {
    const seen = toIso(at);
    return waitFor("site.not-served", until, {
      name: verdict.name,
      seen,
      because: whyNotServed(verdict),
      order: order.id,
    });
  }
  if (reissue === undefined) return waitFor("licence.ending", until, { licenceEnd, order: order.id });
  const plan = `reissued by itself on ${dayOf(reissue)}`;
  return waitFor("licence.running", until, { notAfter: dayOf(certificate.notAfter), licenceEnd, plan });
};

/** Make sure that an order that is well says so, with both of its clocks. */
export const allIsWell: Policy = (order, now) => {
  const { certificate, licence, enrolment, renewedBy } = order;
  if (enrolment !== undefined) return undefined;
  if (renewedBy === undefined) return certificate && running(order, certificate, now);
  const licenceEnd = dayOf(licence?.end ?? now);
  return waitFor("licence.taken-over", nextEvent(order, now, undefined), { by: renewedBy, licenceEnd });
};
