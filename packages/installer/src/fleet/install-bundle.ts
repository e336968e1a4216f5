import { failure } from "@hostseal/core";
import { installOnHost, type InstallWish, type Reached } from "../apply/index.ts";
import { type HostPlan, planInstallation, toTransaction, type WebServerConfig } from "../plan/index.ts";
import { judgeView, takeView } from "../prove/index.ts";
import { sourceOf } from "../ssh-host/apply-on.ts";
import { PATIENCE, STATE } from "../ssh-host/settings.ts";
import { addressesOf, type FleetBundle, type FleetServer } from "./fleet-server.ts";

/** Addresses that a person has named count more than those of the configuration, which may be behind a router. */
const placed = (plan: HostPlan, { settings: { addresses } }: FleetServer): HostPlan =>
  addresses === undefined ? plan : { ...plan, endpoints: [] };

/** What will be done for a name. Failures: `host.site-unknown`, and `host.refused` with the reason. */
export const planBundle = (server: FleetServer, config: WebServerConfig, bundle: FleetBundle): HostPlan => {
  const { id: host, clock, roots } = server.settings;
  const planned = planInstallation(config, { ...bundle, at: clock.now(), ...(roots && { roots }) });
  if (planned.kind === "planned") return placed(planned.plan, server);
  if (planned.kind === "site-unknown") throw failure("host.site-unknown", { host, site: bundle.name });
  throw failure("host.refused", { host, because: planned.because });
};

const wishFor = (server: FleetServer, plan: HostPlan, bundle: FleetBundle, run: string): InstallWish => {
  const { id, state = STATE, patience = PATIENCE } = server.settings;
  const key = sourceOf(id, { kind: "brought", pem: bundle.key }, bundle.certificate);
  return { plan, addresses: addressesOf(server), id: run, state, patience, key };
};

/** Where the site is looked at. */
const spotted = ({ plan, addresses }: InstallWish): readonly string[] =>
  plan.endpoints.length > 0 ? plan.endpoints.map(({ address }) => address) : addresses;

/** Whether every file is as it shall be, and the certificate is seen at each address. */
const isThere = async ({ look }: Reached, wish: InstallWish): Promise<boolean> => {
  const { plan } = wish;
  if (toTransaction(plan, wish).changes.some(({ kind }) => kind !== "folder")) return false;
  const view = await takeView(look, { ...plan, addresses: spotted(wish) });
  const now = view.map(({ sights: [, second] }) => second);
  return judgeView(view, now, plan) === undefined;
};

const commit = async ({ host }: Reached, gate: Awaited<ReturnType<typeof installOnHost>>["gate"]): Promise<void> => {
  const ending = await gate.end("commit");
  if (ending.kind === "committed") return;
  throw ending.kind === "lost"
    ? failure("host.unreachable", { host, because: "the link broke before it said how the installation ended" })
    : failure("host.refused", { host, because: "the installation was taken back before it was committed" });
};

export type BundleInstalled = { readonly isChanged: boolean; readonly addresses: readonly string[] };

export type BundleWish = {
  readonly server: FleetServer;
  readonly config: WebServerConfig;
  readonly bundle: FleetBundle;
  readonly run: string;
  readonly onStep: (step: string) => void;
};

/** Installs one certificate on a host and keeps it when it is seen at every address; leaves alone what is there already. */
export const installBundle = async (reached: Reached, wish: BundleWish): Promise<BundleInstalled> => {
  const { server, config, bundle, run, onStep } = wish;
  const install = wishFor(server, planBundle(server, config, bundle), bundle, run);
  onStep("planned");
  const addresses = [...new Set(spotted(install))];
  if (await isThere(reached, install)) return { isChanged: false, addresses };
  const { gate } = await installOnHost(reached, { ...install, onStep });
  onStep("proven");
  await commit(reached, gate);
  return { isChanged: true, addresses };
};
