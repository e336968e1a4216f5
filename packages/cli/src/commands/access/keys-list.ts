import { toIso } from "@hostseal/rules";
import type { Run } from "../../command-line/command-row.ts";
import { EXIT } from "../../exit-codes.ts";
import { toTable } from "../../views/table.ts";
import { openDesk } from "./open-desk.ts";

/** `hostseal keys list`: the keys of programs that use the API, without the keys themselves. */
export const keysList: Run = async (context) => {
  const keys = (await (await openDesk(context)).keys()).map(({ id, title, scopes, customer = "", createdAt }) => ({
    id,
    title,
    scopes,
    customer,
    since: toIso(createdAt),
  }));
  const rows = keys.map(({ id, title, scopes, customer, since }) => [id, title, scopes.join(" "), customer, since]);
  const none = ["There is no key yet; `hostseal keys add` makes one."];
  const lines = keys.length === 0 ? none : toTable(["KEY", "FOR", "SCOPES", "CUSTOMER", "SINCE"], rows);
  return { exit: EXIT.done, lines, json: keys };
};
