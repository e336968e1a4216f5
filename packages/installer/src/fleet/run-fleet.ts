import { createGates } from "../transport/gates.ts";
import type { FleetEvent } from "./fleet-event.ts";
import type { FleetHostPlace, FleetPorts, FleetWish } from "./fleet-ports.ts";
import { createFleetRecord, type FleetRecord } from "./fleet-record.ts";
import { createPacer, type Pacer } from "./pacer.ts";
import type { HostState } from "./fleet-state.ts";
import { askHost, type HostWork, workOnHost } from "./work-on-host.ts";

type Work = (host: FleetHostPlace) => Promise<void>;
type Crew = { readonly ask: Work; readonly bring: Work };

const paceOf = ({ perHour }: FleetWish, record: FleetRecord, { clock }: FleetPorts): Pacer =>
  createPacer({
    perHour,
    past: record.state().changes,
    clock,
    onWait: async (until) => record.add({ kind: "fleet.paced", until }),
  });

/** Bounded through each gateway first, then in all, so that nobody who has a place waits for another one. */
const crewOf = (wish: FleetWish, record: FleetRecord, ports: FleetPorts): Crew => {
  const [gateways, all] = [createGates(wish.perGateway), createGates(wish.parallel)];
  const pacer = paceOf(wish, record, ports);
  const workFor = (gateway: string): HostWork => ({
    ...ports,
    record,
    pacer,
    enter: async (attempt) => gateways.pass(gateway, async () => all.pass("all", attempt)),
  });
  return {
    ask: async ({ id, gateway }) => askHost(id, workFor(gateway)),
    bring: async ({ id, gateway }) => workOnHost(id, workFor(gateway)),
  };
};

/** Everybody comes to an end, even when we have made a mistake with one of them. */
const eachOf = async (hosts: readonly FleetHostPlace[], work: Work, record: FleetRecord): Promise<void> => {
  const settled = await Promise.allSettled(
    hosts.map(async (host) => {
      try {
        await work(host);
      } catch (thrown) {
        await record.stop("failures");
        throw thrown;
      }
    }),
  );
  const mistake = settled.find(({ status }) => status === "rejected");
  if (mistake?.status === "rejected") throw mistake.reason;
};

const workInWaves = async ({ waves }: FleetWish, { ask, bring }: Crew, record: FleetRecord): Promise<void> => {
  const those = (hosts: readonly FleetHostPlace[], kind: HostState["kind"]): readonly FleetHostPlace[] =>
    hosts.filter(({ id }) => record.state().hosts.get(id)?.kind === kind);
  await eachOf(those(waves.flat(), "running"), ask, record);
  for (const [wave, hosts] of waves.entries()) {
    const left = those(hosts, "queued");
    if (left.length === 0) continue;
    await record.add({ kind: "wave.begun", wave });
    await eachOf(left, bring, record);
  }
};

const begin = async ({ waves, past }: FleetWish, record: FleetRecord): Promise<void> =>
  past.length === 0
    ? record.add({ kind: "fleet.begun", waves: waves.map((wave) => wave.map(({ id }) => id)) })
    : record.add({ kind: "fleet.resumed" });

const drive = async (wish: FleetWish, record: FleetRecord, ports: FleetPorts): Promise<void> => {
  // A journal that takes nothing more makes itself heard with the next event.
  const ask = (): void => void record.stop("asked").catch(() => undefined);
  wish.signal?.addEventListener("abort", ask);
  try {
    await begin(wish, record);
    if (wish.signal?.aborted === true) await record.stop("asked");
    await workInWaves(wish, crewOf(wish, record, ports), record);
    await record.add({ kind: "fleet.ended" });
  } finally {
    wish.signal?.removeEventListener("abort", ask);
    record.close();
  }
};

/**
 * Works on a fleet and tells what happens. Whoever stops listening asks it to stop, and waits until what runs has come
 * to its end. Killed at any moment, the same wish with what the journal holds as its past goes on with what is left;
 * hosts that were at work are asked first what became of it.
 */
export async function* runFleet(wish: FleetWish, ports: FleetPorts): AsyncGenerator<FleetEvent> {
  const record = createFleetRecord(wish, ports);
  const driven = drive(wish, record, ports);
  driven.catch(() => undefined);
  try {
    yield* record.events;
  } finally {
    if (!record.state().isEnded) await record.stop("asked");
    await driven;
  }
}
