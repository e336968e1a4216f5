import type { Endpoint } from "@hostseal/core";
import type { ProbeSettings } from "@hostseal/probe";
import type { Resolvers } from "./zones/start-resolvers.ts";

/** The settings of a probe that takes this world for the internet; only the roots it trusts are left to say. */
export type OutsideView = Omit<ProbeSettings, "roots">;

type Outside = { readonly resolvers: Resolvers; readonly http: Endpoint; readonly https: Endpoint };

export const outsideView = ({ resolvers, http, https }: Outside): OutsideView => ({
  resolvers: [resolvers.here],
  nameServerPort: resolvers.here.port,
  ports: { 80: http.port, 443: https.port },
  allowPrivateAddresses: true,
  perspectives: resolvers.elsewhere.map(({ name, resolver }) => ({ name, resolvers: [resolver] })),
});
