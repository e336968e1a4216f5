import type { Run } from "../command-line/command-row.ts";
import { toNamesText } from "../views/names.ts";
import { endOrder } from "./end-order.ts";
import { flag, readOptions } from "./read-options.ts";

/** `hostseal cancel` */
export const cancel: Run = async (context, given) => {
  const { yes } = readOptions({ yes: flag }, given.options);
  return endOrder(context, {
    id: given.args[0],
    yes,
    command: { kind: "cancel" },
    question: ({ names }) => `Cancel the order for ${toNamesText(names)}?`,
  });
};
