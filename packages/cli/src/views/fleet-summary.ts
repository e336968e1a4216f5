import type { FleetState, HostState } from "@hostseal/installer/fleet";
import { countHosts, isComplete } from "@hostseal/installer/fleet";
import type { Paint } from "./paint.ts";

const hosts = (count: number): string => (count === 1 ? "1 host" : `${count} hosts`);

const failures = ({ hosts: all }: FleetState, paint: Paint): readonly string[] =>
  [...all].flatMap(([name, host]) =>
    host.kind === "failed" ? [`  ${paint.bad(name)}: ${host.sentence} ${host.fix}`] : [],
  );

const unchanged = ({ hosts: all }: FleetState): number =>
  [...all.values()].filter((host) => host.kind === "done" && host.outcome.kind === "unchanged").length;

/** How it went, and what has to be done about it. */
export const toFleetSummary = (state: FleetState, paint: Paint): readonly string[] => {
  const { done, failed, skipped } = countHosts(state);
  const same = unchanged(state);
  const already = same > 0 ? `, ${same} of them already before` : "";
  if (isComplete(state)) return [`${paint.good("Done:")} ${hosts(done)} proven${already}.`];
  const counts = [`${hosts(done)} proven${already}`, `${failed} failed`, `${skipped} left out`].join(", ");
  return [
    `${paint.bad("Not done:")} ${counts}.`,
    ...failures(state, paint),
    "The same command goes on with what is left.",
  ];
};

const toHostJson = (name: string, host: HostState) => {
  switch (host.kind) {
    case "done":
      return {
        host: name,
        state: host.kind,
        ...host.outcome,
        kind: undefined,
        changed: host.outcome.kind === "installed",
      };
    case "failed":
      return { host: name, state: host.kind, code: host.code, sentence: host.sentence, fix: host.fix };
    case "queued":
    case "skipped":
    case "running":
      return { host: name, state: host.kind };
  }
};

/** The same for a program. */
export const toFleetJson = (state: FleetState) => ({
  type: "fleet",
  complete: isComplete(state),
  ...(state.stopped !== undefined && { stopped: state.stopped }),
  counts: countHosts(state),
  waves: state.waves,
  hosts: [...state.hosts].map(([name, host]) => toHostJson(name, host)),
});
