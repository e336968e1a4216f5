import type { FleetEvent, FleetEventOf } from "./fleet-event.ts";
import { emptyFleet, type FleetState, type HostState, unsettledRun } from "./fleet-state.ts";

const withHost = (state: FleetState, name: string, host: HostState): FleetState => ({
  ...state,
  hosts: new Map(state.hosts).set(name, host),
});

const withEach = (state: FleetState, change: (host: HostState) => HostState): FleetState => ({
  ...state,
  hosts: new Map([...state.hosts].map(([name, host]) => [name, change(host)])),
});

const begin = ({ waves }: FleetEventOf<"fleet.begun">): FleetState => ({
  ...emptyFleet,
  waves,
  hosts: new Map(waves.flat().map((name) => [name, { kind: "queued", unsettled: undefined }])),
});

/** What failed or was left out is due again; what ran when we were killed has to be asked. */
const resume = (state: FleetState): FleetState => ({
  ...withEach(state, (host) =>
    host.kind === "done" || host.kind === "running" ? host : { kind: "queued", unsettled: unsettledRun(host) },
  ),
  stopped: undefined,
  pacedUntil: undefined,
  isEnded: false,
});

/** Nothing waits any longer; whoever would have been tried again has failed. */
const stop = (state: FleetState, { because }: FleetEventOf<"fleet.stopped">): FleetState => ({
  ...withEach(state, (host) => {
    if (host.kind === "queued") return { kind: "skipped", unsettled: host.unsettled };
    return host.kind === "failed" ? { ...host, retryAt: undefined } : host;
  }),
  stopped: because,
});

const fail = (state: FleetState, event: FleetEventOf<"host.failed">): FleetState => {
  const { host, code, sentence, fix } = event;
  const retryAt = state.stopped === undefined ? event.retryAt : undefined;
  const unsettled = unsettledRun(state.hosts.get(host));
  return withHost(state, host, { kind: "failed", code, sentence, fix, retryAt, unsettled });
};

const step = (state: FleetState, event: FleetEventOf<"host.stepped">): FleetState => {
  const host = state.hosts.get(event.host);
  return host?.kind === "running" ? withHost(state, event.host, { ...host, step: event.step }) : state;
};

const learn = (state: FleetState, { host, became }: FleetEventOf<"host.asked">): FleetState =>
  withHost(
    state,
    host,
    became.kind === "done"
      ? { kind: "done", outcome: became.outcome }
      : { kind: state.stopped === undefined ? "queued" : "skipped", unsettled: undefined },
  );

/** One event folded in. */
export const evolveFleet = (state: FleetState, event: FleetEvent): FleetState => {
  switch (event.kind) {
    case "fleet.begun":
      return begin(event);
    case "fleet.resumed":
      return resume(state);
    case "wave.begun":
      return { ...state, wave: event.wave };
    case "host.begun": {
      const running = { kind: "running", unsettled: event.run, step: "connecting", since: event.at } as const;
      return withHost({ ...state, changes: [...state.changes, event.at] }, event.host, running);
    }
    case "host.stepped":
      return step(state, event);
    case "host.asked":
      return learn(state, event);
    case "host.done":
      return withHost(state, event.host, { kind: "done", outcome: event.outcome });
    case "host.failed":
      return fail(state, event);
    case "fleet.paced":
      return { ...state, pacedUntil: event.until };
    case "fleet.stopped":
      return stop(state, event);
    case "fleet.ended":
      return { ...state, isEnded: true };
  }
};

export const foldFleet = (events: readonly FleetEvent[]): FleetState => events.reduce(evolveFleet, emptyFleet);
