import { createEventChannel } from "./event-channel.ts";
import { evolveFleet, foldFleet } from "./evolve-fleet.ts";
import type { FleetEvent } from "./fleet-event.ts";
import type { FleetPorts, FleetWish } from "./fleet-ports.ts";
import { type FleetState, finalFailures } from "./fleet-state.ts";

type Untimed<Event> = Event extends unknown ? Omit<Event, "at"> : never;

/** What a fleet has come to, and the only way to change it. */
export type FleetRecord = {
  state(): FleetState;
  /** Aborted when nothing new may be begun. */
  readonly stopping: AbortSignal;
  /** Enters an event into the journal before it counts. */
  add(event: Untimed<FleetEvent>): Promise<void>;
  /** Tells of progress that need not be remembered. */
  tell(event: Untimed<FleetEvent>): void;
  stop(because: "failures" | "asked"): Promise<void>;
  close(): void;
  readonly events: AsyncIterable<FleetEvent>;
};

/** Begins where the journal ends. */
export const createFleetRecord = (
  { past, mostFailures }: Pick<FleetWish, "past" | "mostFailures">,
  { journal, clock }: Pick<FleetPorts, "journal" | "clock">,
): FleetRecord => {
  const channel = createEventChannel<FleetEvent>();
  const stopping = new AbortController();
  let state = foldFleet(past);

  const tell = (untimed: Untimed<FleetEvent>): void => {
    const event = { ...untimed, at: clock.now() };
    state = evolveFleet(state, event);
    channel.push(event);
  };
  const stop = async (because: "failures" | "asked"): Promise<void> => {
    if (stopping.signal.aborted) return;
    stopping.abort(new Error(`stopped: ${because}`));
    await add({ kind: "fleet.stopped", because });
  };
  const add = async (event: Untimed<FleetEvent>): Promise<void> => {
    await journal.append({ ...event, at: clock.now() });
    tell(event);
    if (event.kind === "host.failed" && finalFailures(state) > mostFailures) await stop("failures");
  };
  return {
    state: () => state,
    stopping: stopping.signal,
    add,
    tell,
    stop,
    close: () => channel.close(),
    events: channel.values,
  };
};
