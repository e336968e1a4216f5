import type { Instant } from "@hostseal/rules";
import type { Installation, InstallationState } from "../orders/enrolment.ts";
import type { Order } from "../orders/order.ts";
import { reissueAt } from "../reissue/reissue-at.ts";
import { isLookDue, nextLook } from "./cadence.ts";
import type { Policy } from "./decision.ts";
import { waitFor } from "./decision.ts";
import { waitForSetback } from "./setbacks.ts";
import type { Step } from "./step.ts";

const issuedPhase = (order: Order) => {
  const phase = order.enrolment?.phase;
  return phase?.kind === "issued" || phase?.kind === "installed" ? phase : undefined;
};

/** What one site needs next. */
const nextFor = (kind: InstallationState["kind"], index: number): Step | undefined => {
  switch (kind) {
    case "wanted":
      return { kind: "install", index };
    case "begun":
      return { kind: "undo-installation", index };
    case "applied":
      return { kind: "prove", index };
    case "seen":
      return { kind: "commit-installation", index };
    case "committed":
      return undefined;
  }
};

const isHeldBack = ({ setback }: Installation, now: Instant): boolean => setback !== undefined && now < setback.nextTry;

const isOpen = ({ state }: Installation): boolean => state.kind !== "committed";

/** Sites that were touched come first, so that no second one is touched before the first is settled. */
const urgency: readonly InstallationState["kind"][] = ["applied", "seen", "begun", "wanted"];

/** Make sure that every site gets the certificate; one that cannot now does not hold up the others. */
export const certificateIsInstalled: Policy = (order, now) => {
  const phase = issuedPhase(order);
  if (phase === undefined || phase.installations.length === 0) return undefined;
  if (!phase.installations.some(isOpen)) return { kind: "conclude" };
  for (const kind of urgency) {
    const index = phase.installations.findIndex((one) => one.state.kind === kind && !isHeldBack(one, now));
    if (index !== -1) return nextFor(kind, index);
  }
  const setbacks = phase.installations.filter(isOpen).map(({ setback }) => setback);
  const [next] = setbacks.filter((one) => one !== undefined).sort((left, right) => left.nextTry - right.nextTry);
  return next && waitForSetback(next);
};

/** Make sure that a certificate that did not get to all its sites does not hold up the next one. */
export const overdueIsLeftBehind: Policy = (order, now) => {
  const phase = issuedPhase(order);
  if (phase === undefined) return undefined;
  if (phase.installations.length > 0 && !phase.installations.some(isOpen)) return undefined;
  const at = reissueAt(order, phase.certificate);
  return at !== undefined && at <= now ? { kind: "abandon-enrolment" } : undefined;
};

/** Make sure that an installation by hand is noticed when it happens, and asked for until then. */
export const installationByHandIsSeen: Policy = (order, now) => {
  const phase = issuedPhase(order);
  if (phase === undefined || phase.installations.length > 0 || order.enrolment === undefined) return undefined;
  const issuedAt = phase.certificate.notBefore;
  if (isLookDue(phase.look?.at, issuedAt, now)) return { kind: "look-for-installation" };
  return waitFor("install.by-hand", nextLook(issuedAt, phase.look?.at ?? now), {
    name: order.enrolment.names[0] ?? "",
    found: phase.look?.found ?? "not looked yet",
    order: order.id,
  });
};

/** Make sure that a proven trip is closed. */
export const provenIsFinished: Policy = (order) =>
  order.enrolment?.phase.kind === "proven" ? { kind: "finish-enrolment" } : undefined;
