import { createHash } from "node:crypto";
import { failure, type Failure } from "@hostseal/core";
import { type Reached, readConfigOf, type Recovered, runRecovery } from "../apply/index.ts";
import type { WebServerConfig } from "../plan/index.ts";
import { reaching } from "../ssh-host/reach.ts";
import { STATE } from "../ssh-host/settings.ts";
import type { Became, HostOutcome } from "./fleet-event.ts";
import type { FleetPorts } from "./fleet-ports.ts";
import { addressesOf, type FleetServer } from "./fleet-server.ts";
import { installBundle } from "./install-bundle.ts";

const RUN_DIGITS = 16;

/** Each installation of a run has a journal of its own on the host, by a name that is known without asking. */
const runFor = (run: string, name: string): string =>
  `run-${createHash("sha256").update(`${run} ${name}`).digest("hex").slice(0, RUN_DIGITS)}`;

const read = async (reached: Reached, { settings: { config } }: FleetServer): Promise<WebServerConfig> =>
  readConfigOf(reached, config === undefined ? {} : { config });

const installAll = async (
  reached: Reached,
  server: FleetServer,
  { run, onStep }: { readonly run: string; readonly onStep: (step: string) => void },
): Promise<HostOutcome> => {
  const addresses = new Set<string>();
  let isChanged = false;
  let config = await read(reached, server);
  for (const [index, bundle] of server.bundles.entries()) {
    if (isChanged && index > 0) config = await read(reached, server);
    const done = await installBundle(reached, { server, config, bundle, run: runFor(run, bundle.name), onStep });
    isChanged ||= done.isChanged;
    for (const address of done.addresses) addresses.add(address);
  }
  const names = server.bundles.map(({ name }) => name);
  return { kind: isChanged ? "installed" : "unchanged", names, addresses: [...addresses] };
};

const recoveryFailure = (host: string, recovered: Recovered): Failure | undefined => {
  switch (recovered.kind) {
    case "lost":
      return failure("host.unreachable", { host, because: "the link broke before it said what became of a run" });
    case "unanswered":
      return failure("host.malformed-answer", { host, because: "what its shell says is not what our script says" });
    case "busy":
      return failure("host.refused", { host, because: `another installation (${recovered.id}) is at work there` });
    case "unrecovered":
      return failure("host.refused", {
        host,
        because: "what a run has left could not be put back; look at the journal on the host",
      });
    case "committed":
    case "restored":
    case "absent":
    case "clean":
      return undefined;
  }
};

const settleAll = async (reached: Reached, server: FleetServer, run: string): Promise<Became> => {
  const { host, shells } = reached;
  const state = server.settings.state ?? STATE;
  const names = server.bundles.map(({ name }) => name);
  let committed = 0;
  for (const name of names) {
    const recovery = { kind: "end", id: runFor(run, name), word: "give-up" } as const;
    const recovered = await runRecovery(await shells.take(), { state, recovery });
    const trouble = recoveryFailure(host, recovered);
    if (trouble) throw trouble;
    if (recovered.kind === "committed") committed += 1;
  }
  if (committed < names.length) return { kind: "undone" };
  return { kind: "done", outcome: { kind: "installed", names, addresses: [...addressesOf(server)] } };
};

/** Works on real hosts over SSH: one connection for an attempt, whatever is installed. */
export const createFleetInstaller = (
  servers: ReadonlyMap<string, FleetServer>,
): Pick<FleetPorts, "installOne" | "whatBecame"> => {
  const serverOf = (host: string): FleetServer => {
    const server = servers.get(host);
    if (server) return server;
    throw failure("host.unknown", { host });
  };
  return {
    installOne: async ({ host, run }, onStep) => {
      const server = serverOf(host);
      return reaching(server.settings, async (reached) => {
        onStep("connected");
        return installAll(reached, server, { run, onStep });
      });
    },
    whatBecame: async ({ host, run }) => {
      const server = serverOf(host);
      return reaching(server.settings, async (reached) => settleAll(reached, server, run));
    },
  };
};
