import { webspacesOf } from "../server-state.ts";
import { refusal } from "../refusal.ts";
import { homeOf, serverNameOf } from "./domains.ts";
import type { UapiModule } from "./uapi-function.ts";

const KNOWN = ["sslinstall", "sslmanager", "autossl", "zoneedit", "filemanager", "hostseal"];

export const variables: UapiModule = {
  get_user_information: {
    run: ({ state, account }) => {
      const names = webspacesOf(state, account.name).map(serverNameOf);
      return {
        domain: names[0],
        domains: names,
        home: homeOf(state, account.name),
        feature_list: "default",
        feature: Object.fromEntries(KNOWN.map((name) => [name, account.features.has(name) ? 1 : 0])),
        locale: "en",
      };
    },
  },
};

export const statistics: UapiModule = {
  get_stats: {
    run: ({ state, args }) => {
      const display = args.need("display");
      const version = `${state.version.replace(/^11\./, "").replace(/\.\d+$/, "")} (build 10)`;
      return [{ id: display, item: "cPanel Version", name: display, value: version }];
    },
  },
};

export const features: UapiModule = {
  has_feature: {
    run: ({ account, args }) => {
      const name = args.need("name");
      if (!account.features.has(name)) throw refusal(`The feature “${name}” is not enabled.`);
      return null;
    },
  },
};
