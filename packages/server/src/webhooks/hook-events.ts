import type { OrderEventKind } from "@hostseal/core";

/** What programs are told of, and which fact of an order it stands for. */
export const HOOK_EVENTS = [
  "certificate.issued",
  "certificate.active",
  "certificate.revoked",
  "enrolment.failed",
  "request.refused",
  "order.ended",
] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

const events: Readonly<Partial<Record<OrderEventKind, HookEvent>>> = {
  "certificate.collected": "certificate.issued",
  "certificate.proven": "certificate.active",
  "certificate.revoked": "certificate.revoked",
  "enrolment.failed": "enrolment.failed",
  "request.refused": "request.refused",
  "order.ended": "order.ended",
};

/** Nothing for what is only bookkeeping. */
export const hookEventOf = (kind: OrderEventKind): HookEvent | undefined => events[kind];
