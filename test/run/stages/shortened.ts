const MOST_LINES = 200;
const LONGEST_LINE = 400;

/** A tool's output as far as anybody reads it. */
export const shortened = (output: string): string => {
  const lines = output.trimEnd().split("\n");
  const shown = lines
    .slice(0, MOST_LINES)
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line));
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more lines`] : [])].join("\n");
};
