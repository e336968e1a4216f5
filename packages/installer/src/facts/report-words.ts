import type { Reload, RunningServer } from "../script/index.ts";
import type { ServerReport } from "./collect-report.ts";

/** The first of what a server's report says under a word. */
export const firstOf = (words: ReadonlyMap<string, readonly string[]>, word: string): string | undefined =>
  words.get(word)?.[0];

/** A block of a server's report as text. */
export const textOf = ({ blocks }: ServerReport, title: string): string =>
  blocks.get(title)?.toString("utf8").trim() ?? "";

/** What a server's report says under a word, line by line. */
export const linesOf = ({ words }: ServerReport, word: string): string => (words.get(word) ?? []).join("\n");

/** The blocks whose title begins with a word, by what follows it. */
export const blocksOf = ({ blocks }: ServerReport, word: string): ReadonlyMap<string, Buffer> =>
  new Map(
    [...blocks].flatMap(([title, bytes]): readonly (readonly [string, Buffer])[] =>
      title.startsWith(`${word} `) ? [[title.slice(word.length + 1), bytes]] : [],
    ),
  );

/** By the init system that owns it, or else straight to the master. */
export const readReload = ({ words }: ServerReport, signal: "HUP" | "USR1"): Reload => {
  const [unit, service] = [firstOf(words, "unit"), firstOf(words, "service")];
  if (unit !== undefined) return { kind: "command", argv: ["systemctl", "reload", unit] };
  if (service !== undefined) return { kind: "command", argv: ["rc-service", service, "reload"] };
  return { kind: "signal", signal, exe: firstOf(words, "exe") ?? "", commandLine: firstOf(words, "line") ?? "" };
};

/** By what the host finds the same server again. */
export const runningServerOf = ({ kind, words }: ServerReport): RunningServer => ({
  kind,
  line: firstOf(words, "line") ?? "",
});
