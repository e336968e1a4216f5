import type { Run } from "../../command-line/command-row.ts";
import { loadConfig } from "../../composition/load-config.ts";
import { EXIT } from "../../exit-codes.ts";
import { toHostJson, toHostTable } from "../../views/hosting/host-table.ts";

/** `hostseal hosts list`: the hosts of the configuration; nobody is asked over the network. */
export const hostsList: Run = async ({ home }) => {
  const { hosts } = await loadConfig(home);
  const rows = Object.entries(hosts);
  return {
    exit: EXIT.done,
    lines: rows.length === 0 ? ["No host is configured yet; `hostseal hosts add` adds one."] : toHostTable(rows),
    json: rows.map(toHostJson),
  };
};
