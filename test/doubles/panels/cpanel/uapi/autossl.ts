import { refusal } from "../refusal.ts";
import { type AccountState, type ServerState, webspacesOf } from "../server-state.ts";
import type { CallArguments } from "../call-arguments.ts";
import type { UapiModule } from "./uapi-function.ts";

type Call = { readonly state: ServerState; readonly account: AccountState; readonly args: CallArguments };

const own = ({ state, account, args }: Call): readonly string[] => {
  const names = new Set<string>(webspacesOf(state, account.name).flatMap((webspace) => webspace.names));
  const wanted = args.list("domains");
  const stranger = wanted.find((name) => !names.has(name));
  if (stranger !== undefined) throw refusal(`You do not own the domain “${stranger}”.`);
  return wanted;
};

/** Names that AutoSSL leaves alone. */
export const autossl: UapiModule = {
  get_autossl_excluded_domains: {
    feature: "autossl",
    run: ({ account }) => [...account.excluded].map((name) => ({ excluded_domain: name })),
  },
  add_autossl_excluded_domains: {
    feature: "autossl",
    run: (call) => {
      for (const name of own(call)) call.account.excluded.add(name);
      return null;
    },
  },
  remove_autossl_excluded_domains: {
    feature: "autossl",
    run: (call) => {
      for (const name of own(call)) call.account.excluded.delete(name);
      return null;
    },
  },
};
