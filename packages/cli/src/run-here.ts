import { readEnvironment } from "./composition/environment.ts";
import type { ExitCode } from "./exit-codes.ts";
import { runCli } from "./run-cli.ts";
import { createTerminal } from "./terminal.ts";
import { watchForInterrupts } from "./watch-for-interrupts.ts";

/** Runs the command line that a process was started with, on its own streams, variables and signals. */
export const runHere = async (program: NodeJS.Process): Promise<ExitCode> => {
  const { argv, env, stdin, stdout, stderr } = program;
  const interrupts = watchForInterrupts(program);
  const terminal = createTerminal({ stdin, stdout, stderr, interrupts });
  return runCli(argv.slice(2), { terminal, environment: readEnvironment(env), signal: interrupts.signal });
};
