import type { PanelConfig } from "../../composition/panels/panel-schema.ts";
import { toTable } from "../table.ts";

type Row = readonly [name: string, panel: PanelConfig];

const trustText = ({ trust }: PanelConfig): string => {
  if (trust === undefined) return "the system's roots";
  return "sha256" in trust ? `pinned ${trust.sha256.slice(0, 16)}…` : "a CA of its own";
};

/** Panel servers, a line each. */
export const toPanelTable = (rows: readonly Row[]): readonly string[] =>
  toTable(
    ["Panel", "Kind", "Address", "Trusted by", "Accounts"],
    rows.map(([name, panel]) => [
      name,
      panel.driver,
      panel.url,
      trustText(panel),
      panel.accounts.length === 0 ? "any" : panel.accounts.join(", "),
    ]),
  );

export const toPanelJson = ([name, { driver, url, trust, accounts }]: Row) => ({
  panel: name,
  driver,
  url,
  ...(trust !== undefined && { trust }),
  accounts,
});
