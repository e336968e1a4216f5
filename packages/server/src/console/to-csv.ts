/** Spreadsheets take a cell that begins like this for a formula (OWASP: CSV injection). */
const FORMULA = /^[=+\-@\t\r\n]/;

const toCell = (value: string | number): string => {
  if (typeof value === "number") return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** A table for spreadsheets (RFC 4180), in which no cell is a formula. The mark in front tells them that it is UTF-8. */
export const toCsv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `\u{FEFF}${[header, ...rows].map((row) => `${row.map(toCell).join(",")}\r\n`).join("")}`;
