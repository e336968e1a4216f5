import type { Instant } from "@hostseal/rules";
import type { CaOrder, OrganisationStep } from "./order.ts";
import { currentGeneration } from "./order.ts";

/**
 * Where an order stands. The first three are a certificate under way, be it the first or a reissue; the licence can be
 * alive all the while.
 */
export type Stage =
  | "awaiting-control"
  | "awaiting-organisation"
  | "producing"
  | "active"
  | "lapsed"
  | "cancelled"
  | "rejected"
  | "revoked";

export const isDone = (step: OrganisationStep, now: Instant): boolean =>
  step.doneAt !== undefined && step.doneAt <= now;

export const stageOf = (order: CaOrder, now: Instant): Stage => {
  if (order.ending) return order.ending.kind;
  if (order.licence && now > order.licence.end) return "lapsed";
  const { certificate, cases } = currentGeneration(order);
  if (certificate) return "active";
  if (cases.some(({ verdict }) => verdict.kind !== "proven")) return "awaiting-control";
  return order.organisationSteps.every((step) => isDone(step, now)) ? "producing" : "awaiting-organisation";
};

/** Whether nothing can happen to the order any more. */
export const isClosed = (order: CaOrder, now: Instant): boolean =>
  ["lapsed", "cancelled", "rejected", "revoked"].includes(stageOf(order, now));
