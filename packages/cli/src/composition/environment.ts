import { homedir } from "node:os";
import { join } from "node:path";

/** Everything the product takes from environment variables. */
export type Environment = {
  /** `HOSTSEAL_HOME`: the data folder; `~/.hostseal` when it is not set. */
  readonly home: string;
  /** `HOSTSEAL_DEBUG`: shows the stack of a mistake of ours, and every event in the log. */
  readonly isDebugging: boolean;
  /** Whether `NO_COLOR` is absent (no-color.org). */
  readonly allowsColours: boolean;
  /** The value of a variable that a configuration names for a credential. */
  credential(variable: string): string | undefined;
};

const isSet = (value: string | undefined): boolean => value !== undefined && value !== "";

/** The only reader of environment variables. */
export const readEnvironment = (variables: NodeJS.ProcessEnv): Environment => ({
  home: isSet(variables["HOSTSEAL_HOME"]) ? String(variables["HOSTSEAL_HOME"]) : join(homedir(), ".hostseal"),
  isDebugging: isSet(variables["HOSTSEAL_DEBUG"]),
  allowsColours: !isSet(variables["NO_COLOR"]),
  credential: (variable) => variables[variable],
});
