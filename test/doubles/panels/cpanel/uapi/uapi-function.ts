import type { CallArguments } from "../call-arguments.ts";
import type { AccountState, ServerState } from "../server-state.ts";

/** A function of UAPI as one account calls it: gives what stands under `data`, or throws a refusal. */
export type UapiFunction = {
  /** The feature that the account must have. */
  readonly feature?: string;
  /** The first version that has it. */
  readonly since?: number;
  readonly run: (call: {
    readonly state: ServerState;
    readonly account: AccountState;
    readonly args: CallArguments;
  }) => unknown;
};

export type UapiModule = Readonly<Record<string, UapiFunction>>;
