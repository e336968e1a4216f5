import Table from "cli-table3";

const NO_BORDERS = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/**
 * Columns under their titles, as lines without borders and without spaces at their ends. A column with a width is
 * wrapped between words.
 */
export const toTable = (
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (number | null)[] = [],
): readonly string[] => {
  const table = new Table({
    head: [...titles],
    colWidths: [...widths],
    wordWrap: true,
    chars: NO_BORDERS,
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd());
};
