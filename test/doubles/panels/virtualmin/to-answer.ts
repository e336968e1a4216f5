/** How a program ended, and everything it printed. */
export type Ended = { readonly status: 0 | 1; readonly output: string };

type Listed = { name: string; value?: string; values?: Record<string, string[]> };

/** Objects begin at the margin, their keys are indented; keys lose their blanks and capitals, and every value is a list. */
const toData = (output: string): readonly Listed[] => {
  const data: Listed[] = [];
  let current: Record<string, string[]> | undefined;
  for (const line of output.split("\n")) {
    const [, top, topValue] = /^(\S[^:]+):\s*(.*)$/.exec(line) ?? [];
    const [, key, value] = /^\s+(\S[^:]+):\s*(.*)$/.exec(line) ?? [];
    if (top !== undefined && topValue !== undefined && !current) data.push({ name: top, value: topValue });
    else if (/^\S/.test(line)) {
      current = {};
      data.push({ name: line, values: current });
    } else if (key !== undefined && value !== undefined && current) {
      const name = key.toLowerCase().replaceAll(/\s/g, "_");
      current[name] = [...(current[name] ?? []), value];
    }
  }
  return data;
};

const toJson = (program: string, { status, output }: Ended, isMultiline: boolean): object => {
  if (status !== 0) {
    const error = output.split("\n").find((line) => line.trim() !== "") ?? "";
    return { command: program, status: "failure", error, full_error: output };
  }
  const isList = /^(?:list-|get-dns)/.test(program) && isMultiline;
  return { command: program, status: "success", ...(isList ? { data: toData(output) } : { output }) };
};

/** What `remote.cgi` makes of it: JSON when asked, else the text with the wait status below. Never another status than 200. */
export const toAnswer = (program: string, ended: Ended, form: URLSearchParams): string => {
  if (form.has("json")) return `${JSON.stringify(toJson(program, ended, form.has("multiline")))}\n`;
  return `${ended.output}\nExit status: ${ended.status * 256}\n`;
};
