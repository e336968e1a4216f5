import { z } from "zod";
import type { Run } from "../../command-line/command-row.ts";
import { EXIT } from "../../exit-codes.ts";
import { toTable } from "../../views/table.ts";
import { oneOf, readOptions } from "../read-options.ts";
import { openService } from "./ask-service.ts";
import { remoteOrder, type RemoteOrder, toProblemReport } from "./remote-order.ts";

const OPTIONS = { state: oneOf(["draft", "placed", "active", "ended"]).optional(), name: z.string().optional() };
const page = z.object({ orders: z.array(remoteOrder), next: z.string().nullable() });

/** `hostseal remote list`: the orders that a service has, as far as the key may see them. */
export const remoteList: Run = async (context, { options }) => {
  const { state, name } = readOptions(OPTIONS, options);
  const ask = await openService(context, options);
  const orders: RemoteOrder[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const wanted = { ...(state && { state }), ...(name && { name }), ...(cursor && { cursor }) };
    const said = await ask({ method: "GET", path: `/orders?${new URLSearchParams(wanted).toString()}` });
    if (said.kind === "problem") return toProblemReport(said.problem);
    const read = page.parse(said.value);
    orders.push(...read.orders);
    cursor = read.next;
  }
  const rows = orders.map(({ id, names, standing, certificate }) => [
    id,
    names.join(" "),
    standing,
    certificate?.notAfter ?? "",
  ]);
  const lines = orders.length === 0 ? ["There is no such order."] : toTable(["ORDER", "NAMES", "STATE", "UNTIL"], rows);
  return { exit: EXIT.done, lines, json: orders };
};
