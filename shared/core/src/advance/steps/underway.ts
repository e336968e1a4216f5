import type { Installation, InstallationState, Installed, Issued, Prepared } from "../../orders/enrolment.ts";
import type { OrderEvent } from "../../orders/event.ts";
import type { Order, Undo } from "../../orders/order.ts";
import { needed } from "./needed.ts";

/** An issued certificate on its way to its sites. */
export type Underway = Prepared & Issued & Installed;

export const underway = (order: Order): Underway => {
  const phase = order.enrolment?.phase;
  return needed(phase?.kind === "issued" || phase?.kind === "installed" ? phase : undefined, "an issued certificate");
};

/** The state of a site that `decide` has found to be so. */
export const stateOf = <Kind extends InstallationState["kind"]>({ state }: Installation, kind: Kind) =>
  needed(
    state.kind === kind ? (state as Extract<InstallationState, { kind: Kind }>) : undefined,
    `a site that is ${kind}`,
  );

/** What was there before an installation is there again. */
export const rolledBack = ({ host, site, receipt }: Undo, because: string): OrderEvent => ({
  kind: "install.rolled-back",
  host,
  site,
  receipt: receipt.id,
  because,
});
