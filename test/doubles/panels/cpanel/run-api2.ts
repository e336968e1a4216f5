import type { CallArguments } from "./call-arguments.ts";
import { deleteAll, makeFolder, pathOf } from "./files-on-disk.ts";
import { CpanelRefusal, refusal } from "./refusal.ts";
import type { AccountState, ServerState } from "./server-state.ts";

export type Api2Call = { readonly state: ServerState; readonly account: AccountState; readonly args: CallArguments };

type Api2Function = (call: Api2Call) => Promise<readonly Readonly<Record<string, unknown>>[]>;

const FUNCTIONS: Readonly<Record<string, Api2Function>> = {
  "Fileman::mkdir": async ({ state, account, args }) => {
    const name = args.need("name");
    const path = await makeFolder(pathOf(state, account.name, args.get("path") ?? ""), name);
    return [{ path, name, permissions: args.get("permissions") ?? "0755" }];
  },
  "Fileman::fileop": async ({ state, account, args }) => {
    if (args.need("op") !== "unlink") throw refusal("This operation is not known.");
    const src = args.need("sourcefiles");
    await deleteAll(pathOf(state, account.name, src));
    return [{ src, result: 1 }];
  },
};

/** The old API, which newer versions still have; its envelope is its own. */
export const runApi2 = async (call: Api2Call): Promise<Readonly<Record<string, unknown>>> => {
  const [module, func] = [call.args.need("cpanel_jsonapi_module"), call.args.need("cpanel_jsonapi_func")];
  const common = { apiversion: 2, module, func, event: { result: 1 } };
  try {
    const found = FUNCTIONS[`${module}::${func}`];
    if (!found) throw refusal(`Could not find function “${func}” in module “${module}”`);
    return { cpanelresult: { ...common, data: await found(call) } };
  } catch (thrown) {
    if (thrown instanceof CpanelRefusal) return { cpanelresult: { ...common, data: [], error: thrown.message } };
    throw thrown;
  }
};
