import type { Row } from "@hostseal/rules";
import { toTable } from "./table.ts";

const scope = ({ brands, levels }: Row): string => [...(brands ?? []), ...(levels ?? [])].join(", ");

const force = ({ from, to }: Row): string => {
  if (from === null && to === null) return "always";
  if (to === null) return `from ${from}`;
  return from === null ? `until ${to}` : `${from} until ${to}`;
};

const WIDTHS = [null, 64, null, 24, 40, null];

const toRow = (row: Row): readonly string[] => [
  row.id,
  `${row.title}: ${row.says}`,
  force(row),
  scope(row),
  `${row.citation.doc}, ${row.citation.section}`,
  `${row.status}, ${row.confidence}`,
];

/** Rules, a line each, with the days they hold and where they can be read. */
export const toRuleTable = (rows: readonly Row[]): readonly string[] =>
  toTable(["Rule", "Says", "In force", "For", "Source", "Standing"], rows.map(toRow), WIDTHS);
