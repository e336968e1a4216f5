import { CommanderError } from "commander";
import { COMMAND_ROWS } from "./command-line/command-rows.ts";
import type { CommandContext, CommandRow, Given, Report } from "./command-line/command-row.ts";
import { createProgram } from "./command-line/create-program.ts";
import type { Environment } from "./composition/environment.ts";
import type { ExitCode } from "./exit-codes.ts";
import { EXIT } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";
import { createPaint } from "./views/paint.ts";

/** Everything a command line needs from the process around it. */
export type Setting = {
  readonly terminal: Terminal;
  readonly environment: Environment;
  readonly signal: AbortSignal;
};

const contextOf = ({ options }: Given, { terminal, environment, signal }: Setting): CommandContext => {
  const { json, home } = options;
  const isJson = json === true;
  return {
    terminal,
    environment,
    signal,
    isJson,
    home: typeof home === "string" ? home : environment.home,
    paint: createPaint(terminal.isWatched && environment.allowsColours && !isJson),
  };
};

const show = ({ json, lines }: Report, { terminal, isJson }: CommandContext): void => {
  const output = isJson ? [JSON.stringify(json)] : lines;
  for (const line of output) terminal.print(line);
};

/** Help and version are printed by commander itself; only a line without any command is left to us. */
const isJustHelp = (thrown: unknown): thrown is CommanderError =>
  thrown instanceof CommanderError && (thrown.exitCode === 0 || thrown.code === "commander.help");

/** Runs one command line and says with which code the process ends. It throws nothing. */
export const runCli = async (argv: readonly string[], setting: Setting): Promise<ExitCode> => {
  const { terminal } = setting;
  let exit: ExitCode = EXIT.done;
  const dispatch = async (row: CommandRow, given: Given): Promise<void> => {
    const context = contextOf(given, setting);
    const run = await row.load();
    const report = await run(context, given);
    show(report, context);
    ({ exit } = report);
  };
  const print = (text: string): void => terminal.print(text.trimEnd());
  const program = createProgram(COMMAND_ROWS, dispatch, { print });
  try {
    await program.parseAsync(argv, { from: "user" });
    return exit;
  } catch (thrown) {
    if (isJustHelp(thrown)) {
      if (thrown.code === "commander.help") program.outputHelp();
      return EXIT.done;
    }
    const { reportFailure } = await import("./command-line/report-failure.ts");
    return reportFailure(thrown, { ...setting, isJson: argv.includes("--json") });
  }
};
