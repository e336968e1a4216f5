import { type Clock, failure, type Random } from "@hostseal/core";
import { type HostPlan, toTransaction, type TransactionWish } from "../plan/index.ts";
import {
  judgeReturn,
  judgeView,
  type Look,
  proofTime,
  prove,
  type Scene,
  takeView,
  type View,
} from "../prove/index.ts";
import type { Connection } from "../transport/index.ts";
import type { Applied, Gate } from "./outcome.ts";
import { toObstacleFailure } from "./obstacle-failure.ts";
import type { RootShells } from "./root-shells.ts";
import { runTransaction } from "./run-transaction.ts";

/** A host that we are connected to. */
export type Reached = {
  /** As people call it; failures name it. */
  readonly host: string;
  readonly connection: Connection;
  readonly shells: RootShells;
  readonly random: Random;
  readonly clock: Clock;
  readonly look: Look;
};

/** An installation that was applied and seen from outside, and waits for the word. */
export type Installed = { readonly gate: Gate; readonly before: View; readonly testTime: number };

export type InstallWish = TransactionWish & {
  readonly plan: HostPlan;
  readonly addresses: readonly string[];
  /** Hears of each step that the host has done. */
  readonly onStep?: (step: string) => void;
};

const sceneOf = ({ plan, addresses }: InstallWish): Scene => {
  const said = plan.endpoints.map(({ address }) => address);
  return { ...plan, addresses: [...new Set(said.length > 0 ? said : addresses)] };
};

/** Waits until everything is seen as it was. Says what is not, or nothing. */
export const proveReturn = async (
  { look, clock }: Reached,
  before: View,
  testTime: number,
): Promise<string | undefined> => {
  const returned = await prove(before, (now) => judgeReturn(before, now), { look, clock, time: proofTime(testTime) });
  return returned.kind === "proven" ? undefined : returned.because;
};

const proveApplied = async (reached: Reached, installed: Installed, plan: HostPlan): Promise<Installed> => {
  const { look, clock, host } = reached;
  const { before, gate, testTime } = installed;
  const ports = { look, clock, time: proofTime(testTime), hasTurned: gate.hasTurned };
  const proven = await prove(before, (now) => judgeView(before, now, plan), ports);
  if (proven.kind === "proven") return installed;
  const ending = await gate.end("rollback");
  const trouble = await proveReturn(reached, before, testTime);
  const after =
    ending.kind === "restored" && trouble === undefined
      ? "everything is as it was"
      : (trouble ?? "the host puts it back by itself");
  throw failure("host.refused", { host, because: `seen from outside, ${proven.because}; ${after}` });
};

const orThrow = (host: string, applied: Applied): Gate => {
  if (applied.kind === "applied") return applied.gate;
  throw toObstacleFailure(host, applied);
};

/**
 * Applies a plan and looks at it from outside: at the site, at its neighbours and at what a client gets that asks for
 * no name. What is not as it should be is put back at once. What is, waits for the word at the gate.
 */
export const installOnHost = async (reached: Reached, wish: InstallWish): Promise<Installed> => {
  const { host, shells, clock, look } = reached;
  const { plan, onStep = () => undefined } = wish;
  const before = await takeView(look, sceneOf(wish));
  const shell = await shells.take();
  const gate = orThrow(host, await runTransaction(shell, toTransaction(plan, wish), { clock, onStep }));
  return proveApplied(reached, { gate, before, testTime: gate.testTime }, plan);
};
