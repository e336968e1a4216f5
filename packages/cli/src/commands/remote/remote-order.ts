import { z } from "zod";
import type { Report } from "../../command-line/command-row.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Problem } from "./ask-service.ts";

/** What these commands read of an order that a service tells. */
export const remoteOrder = z.looseObject({
  id: z.string(),
  names: z.array(z.string()),
  state: z.string(),
  standing: z.string(),
  price: z.object({ amount: z.number(), currency: z.string() }),
  wait: z.object({ sentence: z.string(), todo: z.string(), actor: z.string(), until: z.string() }).optional(),
  certificate: z.looseObject({ notAfter: z.string() }).optional(),
});
export type RemoteOrder = z.output<typeof remoteOrder>;

/** Whether it stands still until somebody acts. */
export const needsSomebody = ({ wait }: RemoteOrder): boolean =>
  wait !== undefined && wait.actor !== "hostseal" && wait.actor !== "issuer";

const exitOf = (order: RemoteOrder): ExitCode => {
  if (order.standing === "blocked") return EXIT.blocked;
  if (order.standing === "not-served") return EXIT.unproven;
  return needsSomebody(order) ? EXIT.waiting : EXIT.done;
};

export const toRemoteReport = (order: RemoteOrder): Report => {
  const { id, names, standing, wait, certificate } = order;
  return {
    exit: exitOf(order),
    lines: [
      `${id}  ${names.join(", ")}  ${standing}`,
      ...(certificate ? [`Certificate until ${certificate.notAfter}`] : []),
      ...(wait ? [wait.sentence, `To do (${wait.actor}): ${wait.todo}`, `Next look: ${wait.until}`] : []),
    ],
    json: order,
  };
};

/** What a service refused, in its own words. */
export const toProblemReport = ({ code, detail, fix }: Problem): Report => ({
  exit: EXIT.failed,
  lines: [detail, fix],
  json: { type: "failure", code, sentence: detail, fix },
});
