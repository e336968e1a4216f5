import type { CallArguments } from "../call-arguments.ts";
import type { ServerState } from "../server-state.ts";

/** A function of WHM API 1: gives what stands under `data`, or throws a refusal. */
export type WhmFunction = {
  /** What the token must be allowed. */
  readonly privilege?: string;
  readonly run: (call: {
    readonly state: ServerState;
    readonly args: CallArguments;
    /** The accounts the token sees. */
    readonly accounts: readonly string[];
  }) => unknown;
};
