import { REVOCATION_REASON_NAMES } from "@hostseal/core";
import type { Run } from "../command-line/command-row.ts";
import { toNamesText } from "../views/names.ts";
import { endOrder } from "./end-order.ts";
import { flag, oneOf, readOptions } from "./read-options.ts";

const optionsShape = { reason: oneOf(REVOCATION_REASON_NAMES).default("unspecified"), yes: flag };

/** `hostseal revoke` */
export const revoke: Run = async (context, given) => {
  const { reason, yes } = readOptions(optionsShape, given.options);
  return endOrder(context, {
    id: given.args[0],
    yes,
    command: { kind: "revoke", reason },
    question: ({ names }) =>
      `Revoke every certificate for ${toNamesText(names)}? Visitors are warned away at once, the licence ends, and it cannot be undone.`,
  });
};
