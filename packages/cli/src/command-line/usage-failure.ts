import { failure } from "@hostseal/core";
import type { Failure } from "@hostseal/core";
import type { CommanderError } from "commander";

const quoted = (message: string): string => /'([^']+)'/.exec(message)?.[1] ?? "the command line";
const meant = (message: string): string => {
  const suggestion = /\(Did you mean (.+?)\?\)/.exec(message)?.[1];
  return suggestion === undefined ? "" : `; did you mean ${suggestion}`;
};

const reasons: Readonly<Record<string, (message: string) => string>> = {
  "commander.unknownOption": (message) => `there is no such option${meant(message)}`,
  "commander.unknownCommand": (message) => `there is no such command${meant(message)}`,
  "commander.missingArgument": () => "something is missing here",
  "commander.optionMissingArgument": () => "it needs a value",
  "commander.excessArguments": () => "more arguments were given than it takes",
};

const subject = ({ code, message }: CommanderError): string =>
  code === "commander.excessArguments" ? "the command line" : quoted(message);

/** What commander objects to, as a row of the error table. */
export const toUsageFailure = (error: CommanderError): Failure => {
  const because = reasons[error.code]?.(error.message) ?? error.message.replace(/^error: /, "");
  return failure("input.option", { option: subject(error), because });
};
