import { isFailure } from "@hostseal/core";
import type { Failure } from "@hostseal/core";
import { CommanderError } from "commander";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";
import type { Environment } from "../composition/environment.ts";
import type { Terminal } from "../terminal.ts";
import { toUsageFailure } from "./usage-failure.ts";

type Listener = {
  readonly terminal: Terminal;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly isJson: boolean;
};

/** A failure as a program reads it. */
const toFailureJson = ({ code, message, fix, row, evidence }: Failure) => ({
  type: "failure",
  code,
  sentence: message,
  fix,
  actor: row.actor,
  ...(evidence !== undefined && { evidence }),
});

const exitOf = ({ code }: Failure): ExitCode =>
  code.startsWith("input.") || code === "product.unknown" || code === "order.invalid" ? EXIT.usage : EXIT.failed;

const tell = (failure: Failure, { terminal, isJson }: Listener): ExitCode => {
  if (isJson) terminal.print(JSON.stringify(toFailureJson(failure)));
  else terminal.note(`hostseal: ${failure.message} ${failure.fix}`);
  return exitOf(failure);
};

const tellDefect = (thrown: unknown, { terminal, environment, isJson }: Listener): ExitCode => {
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  const sentence = `Hostseal made a mistake: ${what}.`;
  const fix = "Nothing is lost; please report it with what you typed and what HOSTSEAL_DEBUG=1 shows.";
  if (isJson) terminal.print(JSON.stringify({ type: "failure", code: "defect", sentence, fix, actor: "hostseal" }));
  else terminal.note(`hostseal: ${sentence} ${fix}`);
  if (environment.isDebugging && thrown instanceof Error) terminal.note(thrown.stack ?? what);
  return EXIT.defect;
};

/** Says in one sentence what went wrong and what to do, and gives the exit code. A stack is shown only on demand. */
export const reportFailure = (thrown: unknown, listener: Listener): ExitCode => {
  if (listener.signal.aborted) {
    listener.terminal.note("hostseal: Stopped. What was done is kept, and the next command goes on from there.");
    return EXIT.interrupted;
  }
  if (thrown instanceof CommanderError) return tell(toUsageFailure(thrown), listener);
  return isFailure(thrown) ? tell(thrown, listener) : tellDefect(thrown, listener);
};
