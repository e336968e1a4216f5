import { homedir, userInfo } from "node:os";
import { join } from "node:path";

/** Everything the product takes from environment variables. */
export type Environment = {
  /** `HOSTSEAL_HOME`: the data folder; `~/.hostseal` when it is not set. */
  readonly home: string;
  /** `HOSTSEAL_DEBUG`: shows the stack of a mistake of ours, and every event in the log. */
  readonly isDebugging: boolean;
  /** Whether `NO_COLOR` is absent (no-color.org). */
  readonly allowsColours: boolean;
  /** Who runs this, and where their home folder is: what ssh goes by. */
  person(): { readonly user: string; readonly folder: string };
  /** `SSH_AUTH_SOCK`: the socket of the agent that holds a person's SSH keys. */
  readonly agentSocket: string | undefined;
  /** The value of a variable that a configuration names for a credential. */
  credential(variable: string): string | undefined;
};

const isSet = (value: string | undefined): boolean => value !== undefined && value !== "";

/** The only reader of environment variables. */
export const readEnvironment = (variables: NodeJS.ProcessEnv): Environment => ({
  home: isSet(variables["HOSTSEAL_HOME"]) ? String(variables["HOSTSEAL_HOME"]) : join(homedir(), ".hostseal"),
  isDebugging: isSet(variables["HOSTSEAL_DEBUG"]),
  allowsColours: !isSet(variables["NO_COLOR"]),
  person: () => ({ user: userInfo().username, folder: homedir() }),
  agentSocket: isSet(variables["SSH_AUTH_SOCK"]) ? variables["SSH_AUTH_SOCK"] : undefined,
  credential: (variable) => variables[variable],
});
