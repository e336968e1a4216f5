import { isLookDue, nextLook } from "./cadence.ts";
import { reissueAt } from "../reissue/reissue-at.ts";
import type { Installation, InstallationState } from "../orders/enrolment.ts";
import type { Order } from "../orders/order.ts";
import type { Policy } from "./decision.ts";
import { waitFor } from "./decision.ts";

const firstIn = (installations: readonly Installation[], kind: InstallationState["kind"]): number =>
  installations.findIndex(({ state }) => state.kind === kind);

/** Make sure that one site is proven before the next one is touched, and that what is proven is kept. */
export const certificateIsInstalled: Policy = (order) => {
  const phase = order.enrolment?.phase;
  if ((phase?.kind !== "issued" && phase?.kind !== "installed") || phase.installations.length === 0) return undefined;
  const applied = firstIn(phase.installations, "applied");
  if (applied !== -1) return { kind: "prove", index: applied };
  const seen = firstIn(phase.installations, "seen");
  if (seen !== -1) return { kind: "commit-installation", index: seen };
  const wanted = firstIn(phase.installations, "wanted");
  return wanted === -1 ? { kind: "conclude" } : { kind: "install", index: wanted };
};

const byHand = (order: Order) => {
  const phase = order.enrolment?.phase;
  return phase?.kind === "issued" && phase.installations.length === 0 ? phase : undefined;
};

/** Make sure that a certificate nobody installed does not hold up the next one. */
export const overdueByHandIsLeftBehind: Policy = (order, now) => {
  const phase = byHand(order);
  if (phase === undefined) return undefined;
  const at = reissueAt(order, phase.certificate);
  return at !== undefined && at <= now ? { kind: "finish-enrolment" } : undefined;
};

/** Make sure that an installation by hand is noticed when it happens, and asked for until then. */
export const installationByHandIsSeen: Policy = (order, now) => {
  const phase = byHand(order);
  if (phase === undefined || order.enrolment === undefined) return undefined;
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
