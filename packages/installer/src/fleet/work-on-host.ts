import { type Failure, isFailure } from "@hostseal/core";
import type { FleetPorts } from "./fleet-ports.ts";
import type { FleetRecord } from "./fleet-record.ts";
import { unsettledRun } from "./fleet-state.ts";
import type { Pacer } from "./pacer.ts";
import { retryAt } from "./retry-at.ts";

export type HostWork = Omit<FleetPorts, "journal"> & {
  readonly record: FleetRecord;
  readonly pacer: Pacer;
  /** Waits for a place, and gives it up when the attempt is over. */
  readonly enter: <Result>(attempt: () => Promise<Result>) => Promise<Result>;
};

const RUN_BYTES = 8;

/** What is waited for, or nothing when the fleet is stopped meanwhile. */
const unlessStopped = async <Result>(waiting: Promise<Result>, stopping: AbortSignal): Promise<Result | undefined> => {
  try {
    const result = await waiting;
    return stopping.aborted ? undefined : result;
  } catch (thrown) {
    if (stopping.aborted) return undefined;
    throw thrown;
  }
};

const settle = async (host: string, { record, whatBecame }: HostWork): Promise<void> => {
  const run = unsettledRun(record.state().hosts.get(host));
  if (run === undefined) return;
  await record.add({ kind: "host.asked", host, became: await whatBecame({ host, run }) });
};

const install = async (host: string, { record, pacer, installOne, random }: HostWork): Promise<void> => {
  const run = `run-${Buffer.from(random.bytes(RUN_BYTES)).toString("hex")}`;
  const turn = await unlessStopped(pacer.turn(record.stopping), record.stopping);
  if (turn === undefined || record.stopping.aborted) return;
  await record.add({ kind: "host.begun", host, run });
  const outcome = await installOne({ host, run }, (step) => record.tell({ kind: "host.stepped", host, step }));
  if (outcome.kind === "unchanged") turn.giveBack();
  await record.add({ kind: "host.done", host, outcome });
};

const bring = async (host: string, work: HostWork): Promise<void> => {
  const { record } = work;
  if (record.stopping.aborted) return;
  await settle(host, work);
  if (record.state().hosts.get(host)?.kind === "done" || record.stopping.aborted) return;
  await install(host, work);
};

type Attempt = (host: string, work: HostWork) => Promise<void>;
type Try = { readonly host: string; readonly tries: number; readonly work: HostWork };

const noteFailure = async (failure: Failure, { host, tries, work }: Try): Promise<void> => {
  const { record, clock, random } = work;
  const at = retryAt({ failure, tries, now: clock.now(), random });
  const { code, message: sentence, fix } = failure;
  await record.add({ kind: "host.failed", host, code, sentence, fix, ...(at !== undefined && { retryAt: at }) });
};

/** One try; whether there shall be another one. */
const tryOnce = async (attempt: () => Promise<void>, { host, tries, work }: Try): Promise<boolean> => {
  const { record, clock, enter } = work;
  try {
    await enter(attempt);
    return false;
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    await noteFailure(thrown, { host, tries, work });
  }
  const state = record.state().hosts.get(host);
  if (state?.kind !== "failed" || state.retryAt === undefined) return false;
  await unlessStopped(clock.until(state.retryAt, record.stopping), record.stopping);
  return !record.stopping.aborted;
};

const patiently =
  (attempt: Attempt): Attempt =>
  async (host, work) => {
    for (let tries = 1; await tryOnce(async () => attempt(host, work), { host, tries, work }); tries += 1);
  };

/** Asks a host that was at work when we were killed what became of it; also when nothing new may be begun. */
export const askHost: Attempt = patiently(settle);

/** Brings one host to its end: done, failed for good, or left out because the fleet was stopped. */
export const workOnHost: Attempt = patiently(bring);
