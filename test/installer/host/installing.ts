import { runProbe, runTransaction } from "@hostseal/installer/apply";
import { planInstallation, type PlanWish, readConfig, toTransaction } from "@hostseal/installer/plan";
import type { DomainName } from "@hostseal/rules";
import { join } from "node:path";
import { expect } from "vitest";
import type { Issued } from "../../contracts/host-check.ts";
import { startLocalProgram } from "./local-shell.ts";
import { clock, manifest } from "./stage.ts";
import type { World } from "./start-nginx.ts";
import { visit } from "./visit.ts";

const PATIENCE = 20;

export type Wish = Partial<Pick<PlanWish, "redirect" | "hsts" | "roots">>;

/** What is planned for a name on a real server of this machine, or why nothing is. */
export const plannedFor = async (world: World, name: string, issued: Issued, wish: Wish = {}) => {
  const host = await runProbe(await startLocalProgram(), { config: world.config });
  if (host.kind !== "facts") throw new Error(JSON.stringify(host));
  const read = readConfig(host.facts);
  if (read.kind === "refused") throw new Error(read.because);
  return planInstallation(read.config, { name: name as DomainName, ...issued, at: clock.now(), ...wish });
};

export const transactionFor = async (world: World, name: string, issued: Issued, wish: Wish = {}) => {
  const planned = await plannedFor(world, name, issued, wish);
  if (planned.kind !== "planned") throw new Error(JSON.stringify(planned));
  const key = { kind: "sent", bytes: Buffer.from(issued.key.reveal()) } as const;
  return toTransaction(planned.plan, { id: `run-${Date.now()}`, state: world.state, patience: PATIENCE, key });
};

/** Applies up to the gate, which has to be reached. */
export const applyTo = async (world: World, name: string, issued: Issued, wish: Wish = {}) => {
  const transaction = await transactionFor(world, name, issued, wish);
  const outcome = await runTransaction(await startLocalProgram(), transaction, { clock });
  if (outcome.kind !== "applied") throw new Error(JSON.stringify(outcome));
  return outcome.gate;
};

/** Waits until what is read is what is wanted, since a reload takes a moment. */
export const soon = async (read: () => Promise<string>, wanted: string): Promise<void> =>
  expect.poll(read, { timeout: 5_000, interval: 20 }).toBe(wanted);

/** The configuration of a server with all that restoring must bring back. */
export const etcOf = async ({ root }: World) => manifest(join(root, "etc"));

export type Visits = { readonly scheme: "http" | "https"; readonly name: string };

/** Visits sites again and again while something is done, and says how often; every visit has to succeed. */
export const visiting = async (
  { address }: World,
  sites: readonly Visits[],
  work: () => Promise<void>,
): Promise<number> => {
  const over = new AbortController();
  let visits = 0;
  const visitor = (async () => {
    while (!over.signal.aborted)
      for (const { scheme, name } of sites) {
        expect((await visit(address, name, scheme)).status, `${scheme}://${name}`).toBe(200);
        visits += 1;
      }
  })();
  const both = Promise.allSettled([visitor, work().finally(() => over.abort())]);
  for (const outcome of await both) if (outcome.status === "rejected") throw outcome.reason;
  return visits;
};
