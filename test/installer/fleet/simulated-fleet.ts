import { failure } from "@hostseal/core";
import type { FleetEvent, FleetPorts, FleetWish } from "@hostseal/installer/fleet";
import { runFleet } from "@hostseal/installer/fleet";
import { MINUTE } from "@hostseal/rules";
import type { PatientClock } from "./patient-clock.ts";

/** How one attempt on a host goes: well, well but without an answer, passing trouble, or trouble that stays. */
export type Fate = "well" | "unheard" | "passing" | "lasting";

export type FleetStory = Omit<FleetWish, "past" | "signal"> & {
  /** By host, attempt after attempt; everything goes well afterwards. */
  readonly fates: Readonly<Record<string, readonly Fate[]>>;
  /** After so many entries of the journal the process is killed; never when absent. */
  readonly killedAfter?: number;
};

/** The hosts as they are, whoever works on them. */
export type SimulatedHosts = {
  /** Which run changed a host, in order. */
  readonly installed: { readonly host: string; readonly run: string }[];
  readonly attempts: Map<string, number>;
};

export type Lived = {
  readonly journal: readonly FleetEvent[];
  readonly told: readonly FleetEvent[];
  /** The most hosts that were at work at once: in all, through one gateway, and on one host. */
  readonly most: { readonly all: number; readonly gateway: number; readonly host: number };
  readonly wasKilled: boolean;
};

type Busy = { enter(host: string): void; leave(host: string): void; most(): Lived["most"] };

const createBusy = (gatewayOf: (host: string) => string): Busy => {
  const inside: string[] = [];
  const most = { all: 0, gateway: 0, host: 0 };
  return {
    enter: (host) => {
      inside.push(host);
      most.all = Math.max(most.all, inside.length);
      most.host = Math.max(most.host, inside.filter((one) => one === host).length);
      const beside = inside.filter((one) => gatewayOf(one) === gatewayOf(host));
      most.gateway = Math.max(most.gateway, beside.length);
    },
    leave: (host) => void inside.splice(inside.indexOf(host), 1),
    most: () => most,
  };
};

const never = new Promise<never>(() => undefined);
const outcomeOf = (host: string) => ({ kind: "installed" as const, names: ["a.example"], addresses: [host] });

/** One process that works on the fleet until it is over, or until it is killed in the middle of whatever it does. */
export const liveThrough = async (
  story: FleetStory,
  hosts: SimulatedHosts,
  { past, clock }: { readonly past: readonly FleetEvent[]; readonly clock: PatientClock },
): Promise<Lived> => {
  const journal: FleetEvent[] = [];
  const told: FleetEvent[] = [];
  const killed = Promise.withResolvers<void>();
  let isAlive = true;
  const gateways = new Map(story.waves.flat().map(({ id, gateway }) => [id, gateway]));
  const busy = createBusy((host) => gateways.get(host) ?? "");
  const whileAlive = async (): Promise<unknown> => (isAlive ? undefined : never);

  const installOne: FleetPorts["installOne"] = async ({ host, run }, onStep) => {
    busy.enter(host);
    const attempt = hosts.attempts.get(host) ?? 0;
    hosts.attempts.set(host, attempt + 1);
    const fate = story.fates[host]?.[attempt] ?? "well";
    onStep("planned");
    await clock.until(clock.now() + (1 + (host.length % 3)) * MINUTE);
    await whileAlive();
    if (fate === "well" || fate === "unheard") hosts.installed.push({ host, run });
    await clock.until(clock.now() + MINUTE);
    await whileAlive();
    busy.leave(host);
    if (fate === "passing" || fate === "unheard") throw failure("host.unreachable", { host, because: "simulated" });
    if (fate === "lasting") throw failure("host.refused", { host, because: "simulated" });
    return outcomeOf(host);
  };
  const ports: FleetPorts = {
    clock,
    installOne,
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    whatBecame: async ({ host, run }) => {
      await clock.until(clock.now() + MINUTE);
      await whileAlive();
      const isThere = hosts.installed.some((one) => one.host === host && one.run === run);
      return isThere ? { kind: "done", outcome: outcomeOf(host) } : { kind: "undone" };
    },
    journal: {
      append: async (event) => {
        await whileAlive();
        if (journal.length === story.killedAfter) {
          isAlive = false;
          killed.resolve();
          await never;
        }
        journal.push(event);
      },
    },
  };
  const listen = async (): Promise<void> => {
    for await (const event of runFleet({ ...story, past }, ports)) told.push(event);
  };
  await clock.during(Promise.race([listen(), killed.promise]));
  return { journal, told, most: busy.most(), wasKilled: !isAlive };
};
