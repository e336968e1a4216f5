import type { Run } from "../../command-line/command-row.ts";
import { loadConfig } from "../../composition/load-config.ts";
import { EXIT } from "../../exit-codes.ts";
import { toPanelJson, toPanelTable } from "../../views/panels/panel-table.ts";

/** `hostseal panels list`: the panel servers of the configuration; nobody is asked over the network. */
export const panelsList: Run = async ({ home }) => {
  const { panels } = await loadConfig(home);
  const rows = Object.entries(panels);
  return {
    exit: EXIT.done,
    lines: rows.length === 0 ? ["No panel is configured yet; `hostseal panels add` adds one."] : toPanelTable(rows),
    json: rows.map(toPanelJson),
  };
};
