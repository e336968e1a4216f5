import { type CallArguments, readArguments, toArguments } from "./call-arguments.ts";
import type { Mischief, Mischiefs } from "./mischief.ts";
import { runApi2 } from "./run-api2.ts";
import type { ServerState } from "./server-state.ts";
import { refusedResult, runUapi, type UapiResult } from "./uapi/run-uapi.ts";
import type { Caller } from "./who-calls.ts";
import { runWhm } from "./whm/run-whm.ts";

/** What is sent back; `cut` ends the connection in place of it. */
export type Reply =
  | { readonly kind: "json"; readonly status: number; readonly body: unknown }
  | { readonly kind: "cut" };

export type Wanted = {
  readonly state: ServerState;
  readonly mischiefs: Mischiefs;
  readonly caller: Caller;
  readonly request: Request;
};

const json = (body: unknown, status = 200): Reply => ({ kind: "json", status, body });

/** Too long for an address, so that they are only taken from a body. */
const POST_ONLY = new Set(["SSL::fetch_key_and_cabundle_for_certificate", "SSL::upload_cert", "SSL::upload_key"]);

/** The name that mischief knows a call by: the function within the function. */
const nameOf = (path: string, args: CallArguments): string => {
  const [, way = "", first = "", second = ""] = path.split("/");
  if (way === "execute") return `${first}::${second}`;
  if (first === "uapi_cpanel") return `${args.get("cpanel.module")}::${args.get("cpanel.function")}`;
  if (first === "cpanel") return `${args.get("cpanel_jsonapi_module")}::${args.get("cpanel_jsonapi_func")}`;
  return first;
};

const overExecute = async ({ state, caller }: Wanted, name: string, args: CallArguments): Promise<UapiResult> => {
  const account = state.accounts.get(caller.accounts[0] ?? "");
  return account ? runUapi({ state, account, name, args }) : refusedResult("There is no such user.");
};

const overApi2 = async ({ state, caller }: Wanted, args: CallArguments): Promise<unknown> => {
  const user = args.get("cpanel_jsonapi_user") ?? "";
  const account = caller.accounts.includes(user) ? state.accounts.get(user) : undefined;
  return account ? runApi2({ state, account, args }) : { cpanelresult: { error: "There is no such user.", data: [] } };
};

const perform = async (wanted: Wanted, path: string, args: CallArguments): Promise<unknown> => {
  const [, way, name = ""] = path.split("/");
  const { state, caller } = wanted;
  if (way === "execute") return overExecute(wanted, nameOf(path, args), args);
  if (name === "cpanel") return overApi2(wanted, args);
  if (args.get("api.version") !== "1") return { status: 0, statusmsg: "API 0 is spoken without api.version=1" };
  return runWhm({ state, name, args, accounts: caller.accounts });
};

/** The envelope of the way the call came by, around what UAPI says. */
const wrapped = (path: string, result: UapiResult): unknown =>
  path.startsWith("/execute")
    ? result
    : { metadata: { command: "uapi_cpanel", reason: "OK", result: 1, version: 1 }, data: { uapi: result } };

const disturbed = async (mischief: Mischief, path: string, run: () => Promise<unknown>): Promise<Reply> => {
  switch (mischief.kind) {
    case "refused":
      if (mischief.afterDoing) await run();
      return json(wrapped(path, refusedResult(mischief.words, { cert_id: "set", key_id: "set" })));
    case "lies":
      return json(wrapped(path, { ...refusedResult(""), status: 1, errors: null, data: mischief.content }));
    case "meanwhile":
      mischief.run();
      return json(await run());
    case "cut":
      await run();
      return { kind: "cut" };
  }
};

/** Answers one call of a token that is known. */
export const answerCall = async (wanted: Wanted): Promise<Reply> => {
  const path = new URL(wanted.request.url).pathname;
  const args = toArguments(await readArguments(wanted.request));
  const name = nameOf(path, args);
  if (POST_ONLY.has(name) && wanted.request.method !== "POST")
    return json(wrapped(path, refusedResult("You must use the HTTP POST method to call this function.")));
  const run = async (): Promise<unknown> => perform(wanted, path, args);
  const mischief = wanted.mischiefs.take(name);
  return mischief ? disturbed(mischief, path, run) : json(await run());
};
