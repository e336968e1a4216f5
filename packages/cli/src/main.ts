import { readEnvironment } from "./composition/environment.ts";
import { runCli } from "./run-cli.ts";
import { createTerminal } from "./terminal.ts";
import { watchForInterrupts } from "./watch-for-interrupts.ts";

const signal = watchForInterrupts(process);
const { stdin, stdout, stderr } = process;
const terminal = createTerminal({ stdin, stdout, stderr, signal });
process.exitCode = await runCli(process.argv.slice(2), {
  terminal,
  environment: readEnvironment(process.env),
  signal,
});
