import type { Run } from "../../command-line/command-row.ts";
import { openService } from "./ask-service.ts";
import { remoteOrder, toProblemReport, toRemoteReport } from "./remote-order.ts";

/** `hostseal remote status`: how an order of a service stands, and who must act. */
export const remoteStatus: Run = async (context, { args, options }) => {
  const ask = await openService(context, options);
  const said = await ask({ method: "GET", path: `/orders/${encodeURIComponent(String(args[0]))}` });
  return said.kind === "problem" ? toProblemReport(said.problem) : toRemoteReport(remoteOrder.parse(said.value));
};
