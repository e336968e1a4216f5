import type { ExitCode } from "../exit-codes.ts";
import type { Environment } from "../composition/environment.ts";
import type { Terminal } from "../terminal.ts";
import type { Paint } from "../views/paint.ts";

/** What a command has to work with. */
export type CommandContext = {
  readonly terminal: Terminal;
  readonly environment: Environment;
  /** The data folder that was chosen. */
  readonly home: string;
  /** Whether a program reads the output: then it is JSON, and nobody is asked anything. */
  readonly isJson: boolean;
  readonly paint: Paint;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
};

/** What was typed: the arguments in their order, and the options as commander gives them. */
export type Given = {
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
};

/** What a command ends with, for people and for programs. */
export type Report = {
  readonly exit: ExitCode;
  readonly lines: readonly string[];
  readonly json: unknown;
};

export type Run = (context: CommandContext, given: Given) => Promise<Report>;

/** `many`: the option may be given more than once. */
export type OptionRow = readonly [flags: string, meaning: string, kind?: "many"];

/** One command as it is declared: light, so that `--help` loads nothing else. */
export type CommandRow = {
  /** Its words, then its arguments: `audit verify [order]`. */
  readonly usage: string;
  readonly summary: string;
  /** What each argument is, by its name. */
  readonly args?: Readonly<Record<string, string>>;
  readonly options?: readonly OptionRow[];
  readonly examples: readonly string[];
  /** What its exit codes mean, beyond 0, 1 and 2. */
  readonly exits?: readonly string[];
  readonly load: () => Promise<Run>;
};
