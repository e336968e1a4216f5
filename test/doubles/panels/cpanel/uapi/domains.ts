import { dirname } from "node:path";
import type { Webspace } from "@hostseal/sandbox";
import { type ServerState, webspacesOf } from "../server-state.ts";
import type { UapiModule } from "./uapi-function.ts";

/** Where the account lives; its document roots are below. */
export const homeOf = (state: ServerState, account: string): string =>
  dirname(webspacesOf(state, account)[0]?.home ?? "/nowhere/nothing");

/** The panel's name of a virtual host. */
export const serverNameOf = ({ names }: Webspace): string => names[0] ?? "";

export const domains: UapiModule = {
  domains_data: {
    run: ({ state, account, args }) => {
      const homedir = homeOf(state, account.name);
      const all = webspacesOf(state, account.name).map((webspace, place) => ({
        domain: serverNameOf(webspace),
        servername: serverNameOf(webspace),
        serveralias: webspace.names.slice(1).join(" "),
        documentroot: webspace.home,
        homedir,
        ip: "127.0.0.1",
        ipv6: null,
        user: account.name,
        owner: "root",
        type: place === 0 ? "main_domain" : "addon_domain",
      }));
      if (args.get("format") === "list") return all;
      const [main, ...addons] = all;
      return { main_domain: main, addon_domains: addons, sub_domains: [], parked_domains: [] };
    },
  },
  list_domains: {
    run: ({ state, account }) => {
      const [main_domain, ...addon_domains] = webspacesOf(state, account.name).map(serverNameOf);
      return { main_domain, addon_domains, sub_domains: [], parked_domains: [] };
    },
  },
};
