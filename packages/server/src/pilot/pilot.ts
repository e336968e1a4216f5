import { type Advanced, type OrderId, reasonOf, runDue, type World } from "@hostseal/core";
import { type Instant, MINUTE } from "@hostseal/rules";

/** Works on every order whose time has come, in this process, and tells whoever watches one. */
export type Pilot = {
  /** Somebody changed an order: it is worked on at once. */
  poke(): void;
  /** Hears of every step of an order; the answer ends it. */
  watch(id: OrderId, listener: () => void): () => void;
  /** Hears of everything, for as long as this process lives. */
  hear(listener: PilotListener): void;
  /** Works until the signal; what was begun is brought to its end. */
  fly(signal: AbortSignal): Promise<void>;
};

export type PilotListener = {
  /** An order was moved. */
  step(advanced: Advanced): void;
  /** Nothing is due now; comes at least once a minute. */
  rest(): void;
};

export type PilotParts = {
  readonly world: World;
  /** How it waits while no order is due; until the next one is, unless somebody is in a hurry. */
  readonly pause?: Pause;
};

/** Resolves when it is worth looking again, or at once when the signal says so. `next` is when an order becomes due. */
export type Pause = (next: Instant | undefined, signal: AbortSignal) => Promise<void>;

/** Other processes may change orders without a word. */
const LONGEST_PAUSE = MINUTE;
const MOST_BATCHES = 1_000;

export const createPilot = ({ world, pause }: PilotParts): Pilot => {
  const watchers = new Map<OrderId, Set<() => void>>();
  const listeners: PilotListener[] = [];
  const stuck = new Map<OrderId, Instant>();
  let wake = new AbortController();

  const tell = (advanced: Advanced): void => {
    for (const listener of watchers.get(advanced.order.id) ?? []) listener();
    for (const listener of listeners) listener.step(advanced);
  };

  const workOff = async (signal: AbortSignal): Promise<void> => {
    for (let batch = 0; batch < MOST_BATCHES && !signal.aborted; batch += 1) {
      if ((await runDue(world, tell, stuck)) === 0) return;
    }
  };

  const untilDue: Pause = (next = Infinity, signal) =>
    world.clock.until(Math.min(next, world.clock.now() + LONGEST_PAUSE), signal);

  const rest = async (signal: AbortSignal): Promise<void> => {
    for (const listener of listeners) listener.rest();
    const stop = AbortSignal.any([signal, wake.signal]);
    await (pause ?? untilDue)(await world.store.nextDue(), stop).catch(() => undefined);
  };

  return {
    poke: () => wake.abort(),
    watch: (id, listener) => {
      const listeners = watchers.get(id) ?? new Set();
      watchers.set(id, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) watchers.delete(id);
      };
    },
    hear: (listener) => void listeners.push(listener),
    fly: async (signal) => {
      while (!signal.aborted) {
        wake = new AbortController();
        await workOff(signal).catch((thrown: unknown) =>
          world.log.emit({ level: "failure", event: "pilot.stumbled", details: { because: reasonOf(thrown) } }),
        );
        if (!signal.aborted && !wake.signal.aborted) await rest(signal);
      }
    },
  };
};
