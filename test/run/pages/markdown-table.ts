/** `|` would end a cell, and `*`, `_` or `<` would mean something. */
const escaped = (cell: string): string => cell.replaceAll(/[|*_<\\]/g, String.raw`\$&`);

/** A table in Markdown whose columns are aligned, as the formatter would leave it. */
export const markdownTable = (head: readonly string[], body: readonly (readonly string[])[]): string => {
  const rows = body.map((cells) => cells.map(escaped));
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
};
