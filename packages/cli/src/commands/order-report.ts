import type { Decision, Order, Wait } from "@hostseal/core";
import type { CommandContext, Report } from "../command-line/command-row.ts";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";
import { toOrderJson } from "../views/order-json.ts";
import { toOrderPage } from "../views/order-page.ts";

/** An order, and what is to be done with it now. */
export type Standing = { readonly order: Order; readonly decision: Decision };

const ofWait = ({ reason }: Wait): ExitCode => {
  if (reason === "draft.blocked") return EXIT.blocked;
  if (reason === "site.not-served") return EXIT.unproven;
  return reason.startsWith("licence.") ? EXIT.done : EXIT.waiting;
};

/** What an order's state means to a script: done, waiting, blocked, or not served as it should be. */
export const exitOf = ({ order, decision }: Standing): ExitCode => {
  if (order.state.kind === "ended") return EXIT.done;
  return decision.kind === "wait" ? ofWait(decision) : EXIT.done;
};

/** An order as a command ends with it. */
export const toOrderReport = ({ order, decision }: Standing, { paint }: CommandContext): Report => ({
  exit: exitOf({ order, decision }),
  lines: toOrderPage(order, decision, paint),
  json: toOrderJson(order, decision),
});
