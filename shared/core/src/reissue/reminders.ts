import { DAY, LICENCE_REMINDERS } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import type { Message, Order } from "../orders/order.ts";
import { setbackWords } from "../decide/setbacks.ts";
import { dayOf } from "../sentences/day.ts";
import type { Validation } from "../orders/validation.ts";

type NewMessage = Omit<Message, "queuedAt">;

/** A message that is due; its words are put together only when it was not queued before. */
type Due = Omit<NewMessage, "parameters"> & { readonly parameters: () => NewMessage["parameters"] };

/** The reminder of the closest passed mark, so that a late start does not send them all. */
const licenceReminder = (order: Order, now: Instant): Due | undefined => {
  if (order.licence === undefined || order.renewedBy !== undefined || order.state.kind === "ended") return undefined;
  const { end } = order.licence;
  const passed = LICENCE_REMINDERS.filter((days) => now >= end - days * DAY);
  if (passed.length === 0) return undefined;
  return {
    id: `${order.id}:licence:${Math.min(...passed)}`,
    template: "licence-ending",
    parameters: () => ({ names: order.names.join(", "), end: dayOf(end), order: order.id }),
  };
};

/** When the next reminder of a licence becomes due. */
export const nextLicenceReminder = (order: Order, now: Instant): Instant | undefined => {
  if (order.licence === undefined || order.renewedBy !== undefined) return undefined;
  const marks = LICENCE_REMINDERS.map((days) => (order.licence?.end ?? 0) - days * DAY).filter((at) => at > now);
  return marks.length === 0 ? undefined : Math.min(...marks);
};

const isByHand = ({ progress, issuer }: Validation): boolean =>
  progress.kind === "by-hand" && issuer.artefact?.kind !== "email" && issuer.status.kind !== "valid";

/** Whether it is not known yet who must publish a proof. */
const isUnpublished = ({ progress, issuer }: Validation): boolean =>
  progress.kind === "unpublished" && issuer.artefact !== undefined && issuer.status.kind !== "valid";

/** A person has to publish something and may not be looking. */
const actionReminder = (order: Order): Due | undefined => {
  const { enrolment } = order;
  if (enrolment?.phase.kind !== "validating") return undefined;
  const { validations } = enrolment.phase;
  const open = validations.filter(isByHand);
  if (open.length === 0 || validations.some(isUnpublished)) return undefined;
  const names = open.map(({ issuer }) => (issuer.subject.kind === "name" ? issuer.subject.name : ""));
  return {
    id: `${order.id}:${enrolment.number}:proof`,
    template: "proof-needed",
    parameters: () => ({ names: names.join(", "), order: order.id }),
  };
};

/** An installation by hand is waiting for a person. */
const installReminder = (order: Order): Due | undefined => {
  const { enrolment } = order;
  if (enrolment?.phase.kind !== "issued" || enrolment.phase.installations.length > 0) return undefined;
  return {
    id: `${order.id}:${enrolment.number}:install`,
    template: "install-needed",
    parameters: () => ({ names: enrolment.names.join(", "), order: order.id }),
  };
};

const provenNotice = (order: Order): Due | undefined => {
  const { enrolment, certificate } = order;
  if (enrolment?.phase.kind !== "proven" || certificate === undefined) return undefined;
  return {
    id: `${order.id}:${enrolment.number}:proven`,
    template: "certificate-active",
    parameters: () => ({ names: certificate.names.join(", "), notAfter: dayOf(certificate.notAfter) }),
  };
};

/** How long before the end of a certificate a reissue that has not come through is called out, in days. */
const DANGER_DAYS = [14, 7, 3, 1, 0];

/** The alarm on absence of success: it counts from the certificate that is served, not from the job that should replace it. */
const dangerAlarm = (order: Order, now: Instant): Due | undefined => {
  const { certificate, licence } = order;
  if (certificate === undefined || order.state.kind !== "active" || order.renewedBy !== undefined) return undefined;
  if (licence !== undefined && certificate.notAfter + 1000 >= licence.end) return undefined;
  const passed = DANGER_DAYS.filter((days) => now >= certificate.notAfter - days * DAY);
  if (passed.length === 0) return undefined;
  return {
    id: `${order.id}:${certificate.serial}:danger:${Math.min(...passed)}`,
    template: "certificate-in-danger",
    parameters: () => ({ names: certificate.names.join(", "), notAfter: dayOf(certificate.notAfter), order: order.id }),
  };
};

const refusedNotice = (order: Order): Due | undefined => {
  const { lastRefusal, names } = order;
  if (lastRefusal === undefined) return undefined;
  return {
    id: `${order.id}:refused:${lastRefusal.since}`,
    template: "request-refused",
    parameters: () => ({ names: names.join(", "), ...setbackWords(lastRefusal) }),
  };
};

const revokedNotice = (order: Order): Due | undefined => {
  const { state } = order;
  if (state.kind !== "ended" || state.because.kind !== "revoked" || state.because.reason !== "by-issuer")
    return undefined;
  return {
    id: `${order.id}:revoked`,
    template: "certificate-revoked",
    parameters: () => ({ names: order.names.join(", ") }),
  };
};

const sources = [
  revokedNotice,
  refusedNotice,
  provenNotice,
  actionReminder,
  installReminder,
  licenceReminder,
  dangerAlarm,
];

/** The next message that is due and was not queued before. */
export const dueMessage = (order: Order, now: Instant): NewMessage | undefined => {
  for (const source of sources) {
    const message = source(order, now);
    if (message !== undefined && !order.reminded.includes(message.id))
      return { ...message, parameters: message.parameters() };
  }
  return undefined;
};
