import { Command, CommanderError, Option } from "commander";
import manifest from "../../package.json" with { type: "json" };
import type { CommandRow, Given, OptionRow } from "./command-row.ts";

/** Takes what was typed for one command. */
export type Dispatch = (row: CommandRow, given: Given) => Promise<void>;

type Output = { readonly print: (text: string) => void };

const EXITS = [
  "0  done",
  "1  failed or refused; the sentence says why and what to do",
  "2  what was typed cannot be used; nothing was changed",
  "3  waits for somebody; who and for what is printed",
  "4  blocked, found before any money was spent",
  "5  what is served is not what should be",
  "70 a mistake of ours",
];

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

const toOption = ([flags, meaning, kind]: OptionRow): Option => {
  const option = new Option(flags, meaning);
  return kind === "many" ? option.argParser<readonly string[]>(collect) : option;
};

const block = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? "" : `\n${title}:\n${lines.map((line) => `  ${line}`).join("\n")}\n`;

const refuseAlone = (parent: Command, words: readonly string[]): never => {
  const [first] = words;
  if (first !== undefined) throw new CommanderError(2, "commander.unknownCommand", `unknown command '${first}'`);
  throw new CommanderError(2, "commander.missingArgument", `missing word after '${parent.name()}'`);
};

const addParent = (above: Command, word: string): Command => {
  const parent = above.command(word).helpCommand(false).argument("[words...]");
  return parent.action((words: readonly string[]) => refuseAlone(parent, words));
};

/** The command that holds the last word of `audit verify`, made when it is not there. */
const parentOf = (program: Command, words: readonly string[]): Command =>
  words.reduce((above, word) => above.commands.find((one) => one.name() === word) ?? addParent(above, word), program);

const addCommand = (program: Command, row: CommandRow, dispatch: Dispatch): void => {
  const words = row.usage.split(" ");
  const end = words.findIndex((word) => /^[<[]/.test(word));
  const name = words.slice(0, end === -1 ? words.length : end);
  const args = end === -1 ? [] : words.slice(end);
  const command = parentOf(program, name.slice(0, -1)).command(name.at(-1) ?? "");
  command.summary(row.summary).description(`${row.summary}.`);
  for (const arg of args) command.argument(arg, row.args?.[arg.replaceAll(/[<>[\].]/g, "")] ?? "");
  for (const option of row.options ?? []) command.addOption(toOption(option));
  command
    .option("--json", "print JSON")
    .option("--home <folder>", "the data folder (default: $HOSTSEAL_HOME, else ~/.hostseal)")
    .addHelpText("after", block("Exit codes beside 0, 1 and 2", row.exits ?? []) + block("Examples", row.examples))
    .action(async () => dispatch(row, { args: command.processedArgs, options: command.optsWithGlobals() }));
};

const quieten = (command: Command, { print }: Output): void => {
  command.exitOverride().configureOutput({ writeOut: print, writeErr: () => undefined });
  for (const below of command.commands) quieten(below, { print });
};

/** The whole command line. It never ends the process: what is wrong with a line is thrown as a `CommanderError`. */
export const createProgram = (rows: readonly CommandRow[], dispatch: Dispatch, output: Output): Command => {
  const program = new Command("hostseal")
    .description("Orders, proves, installs and renews SSL/TLS certificates, and keeps them proven.")
    .version(manifest.version, "-V, --version", "print the version")
    .option("--json", "print JSON")
    .option("--home <folder>", "the data folder (default: $HOSTSEAL_HOME, else ~/.hostseal)")
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .addHelpText("after", block("Exit codes", EXITS));
  for (const row of rows) addCommand(program, row, dispatch);
  quieten(program, output);
  return program;
};
