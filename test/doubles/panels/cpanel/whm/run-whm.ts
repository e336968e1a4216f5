import { CpanelRefusal, refusal } from "../refusal.ts";
import type { CallArguments } from "../call-arguments.ts";
import type { ServerState } from "../server-state.ts";
import { runUapi } from "../uapi/run-uapi.ts";
import { WHM_FUNCTIONS } from "./whm-functions.ts";

export type WhmCall = {
  readonly state: ServerState;
  readonly name: string;
  readonly args: CallArguments;
  /** The accounts the token sees. */
  readonly accounts: readonly string[];
};

export type WhmResult = {
  readonly metadata: { readonly command: string; readonly reason: string; readonly result: 0 | 1; readonly version: 1 };
  readonly data: unknown;
};

const callUapi = async ({ state, args, accounts }: WhmCall): Promise<unknown> => {
  const user = args.need("cpanel.user");
  const account = state.accounts.get(user);
  if (!account) throw refusal(`The user “${user}” does not exist.`);
  if (!accounts.includes(user)) throw refusal(`You do not control the user “${user}”.`);
  const name = `${args.need("cpanel.module")}::${args.need("cpanel.function")}`;
  return { uapi: await runUapi({ state, account, name, args }) };
};

const call = async (wanted: WhmCall): Promise<unknown> => {
  const { state, name } = wanted;
  const found = WHM_FUNCTIONS[name];
  const privilege = name === "uapi_cpanel" ? "cpanel-api" : found?.privilege;
  if (!found && name !== "uapi_cpanel") throw refusal(`Unknown app (“${name}”) requested.`);
  const isPermitted = privilege === undefined || state.privileges.has("all") || state.privileges.has(privilege);
  if (!isPermitted) throw refusal(`You do not have permission to call “${name}”.`);
  return found ? found.run(wanted) : callUapi(wanted);
};

const answer = (command: string, result: 0 | 1, reason: string, content: unknown): WhmResult => ({
  metadata: { command, reason, result, version: 1 },
  data: content,
});

/** Calls a function of WHM; what it refuses is an answer too. */
export const runWhm = async (wanted: WhmCall): Promise<WhmResult> => {
  try {
    return answer(wanted.name, 1, "OK", await call(wanted));
  } catch (thrown) {
    if (thrown instanceof CpanelRefusal) return answer(wanted.name, 0, thrown.message, null);
    throw thrown;
  }
};
