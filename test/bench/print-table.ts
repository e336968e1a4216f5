import type { BenchTable } from "./bench-table.ts";

const isNumber = (cell: string): boolean => /^[\d.,]+$/.test(cell);

/** A table as text: title, aim, and columns aligned, numbers to the right. */
export const printTable = ({ title, aim, rows }: BenchTable): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => String(row[column] ?? "")));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => (isNumber(cell) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join("  ")
      .trimEnd();
  return [title, `aim: ${aim}`, "", line(columns), ...cells.map(line), ""].join("\n");
};
