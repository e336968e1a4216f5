import type { CallArguments } from "../call-arguments.ts";
import { majorOf } from "../major-of.ts";
import { CpanelRefusal, refusal } from "../refusal.ts";
import type { AccountState, ServerState } from "../server-state.ts";
import { features, statistics, variables } from "./account.ts";
import { autossl } from "./autossl.ts";
import { dns } from "./dns.ts";
import { domains } from "./domains.ts";
import { files } from "./files.ts";
import { store } from "./store.ts";
import { tls } from "./tls.ts";
import type { UapiFunction, UapiModule } from "./uapi-function.ts";

const MODULES: Readonly<Record<string, UapiModule>> = {
  DomainInfo: domains,
  DNS: dns,
  Features: features,
  Fileman: files,
  SSL: { ...tls, ...store, ...autossl },
  StatsBar: statistics,
  Variables: variables,
};

/** What stands beside `data` in every answer. */
export type UapiResult = {
  readonly status: 0 | 1;
  readonly data: unknown;
  readonly errors: readonly string[] | null;
  readonly messages: null;
  readonly warnings: null;
  readonly metadata: Readonly<Record<string, unknown>>;
};

export type UapiCall = {
  readonly state: ServerState;
  readonly account: AccountState;
  readonly name: string;
  readonly args: CallArguments;
};

const lookUp = ({ state, name }: UapiCall): UapiFunction => {
  const [module = "", called = ""] = name.split("::");
  const found = MODULES[module]?.[called];
  if (!found || (found.since ?? 0) > majorOf(state.version))
    throw refusal(`Failed to load module “${module}” or find its function “${called}”.`);
  return found;
};

const succeeded = (content: unknown): UapiResult => ({
  status: 1,
  data: content,
  errors: null,
  messages: null,
  warnings: null,
  metadata: { transformed: 1 },
});

export const refusedResult = (words: string, content: unknown = null): UapiResult => ({
  status: 0,
  data: content,
  errors: [words],
  messages: null,
  warnings: null,
  metadata: {},
});

/** Calls a function as the account; what it refuses is an answer too. */
export const runUapi = async (call: UapiCall): Promise<UapiResult> => {
  try {
    const { feature, run } = lookUp(call);
    if (feature !== undefined && !call.account.features.has(feature))
      throw refusal(`You do not have the feature “${feature}”.`);
    return succeeded(await run(call));
  } catch (thrown) {
    if (thrown instanceof CpanelRefusal) return refusedResult(thrown.message, thrown.content);
    throw thrown;
  }
};
