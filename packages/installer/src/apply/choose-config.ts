import type { DomainName } from "@hostseal/rules";
import type { WebServerConfig } from "../plan/index.ts";

export type ChosenConfig =
  | { readonly kind: "meant"; readonly config: WebServerConfig }
  | { readonly kind: "refused"; readonly because: string };

type Configs = readonly [WebServerConfig, ...(readonly WebServerConfig[])];

/** How well a server serves a name: over TLS, over plain HTTP, or not. */
const rankOf = (config: WebServerConfig, name: DomainName): number => {
  const found = config.find(name);
  if (found.kind === "none") return 0;
  return found.kind === "found" && !found.speaksTls ? 1 : 2;
};

const several = (configs: readonly WebServerConfig[]): ChosenConfig => {
  const which = configs.map(({ software, facts }) => `${software} with ${facts.server.root}`).join(" and ");
  return { kind: "refused", because: `${which} both answer visitors; name the configuration that is meant` };
};

/** Of the servers that answer visitors, the one that serves a name, best over TLS; the only one, whatever the name. */
export const chooseConfig = (configs: Configs, name: DomainName | undefined): ChosenConfig => {
  const [first, second] = configs;
  if (!second) return { kind: "meant", config: first };
  if (name === undefined) return several(configs);
  const ranked = configs.map((config) => ({ config, rank: rankOf(config, name) }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  const [config = first, other] = ranked.filter(({ rank }) => rank === best).map((one) => one.config);
  return other && best > 0 ? several([config, other]) : { kind: "meant", config };
};
