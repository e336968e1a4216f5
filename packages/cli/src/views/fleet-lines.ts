import type { FleetEvent, FleetState } from "@hostseal/installer/fleet";
import { countHosts } from "@hostseal/installer/fleet";
import { toIso } from "@hostseal/rules";
import type { Line } from "./events/line.ts";
import { bad, good, note, wait } from "./events/line.ts";

const hosts = (count: number): string => (count === 1 ? "1 host" : `${count} hosts`);
const time = (at: number): string => `${toIso(at).slice(11, 19)} UTC`;

const outcomeText = ({ kind, names, addresses }: Extract<FleetEvent, { kind: "host.done" }>["outcome"]): string => {
  const where = `seen on ${addresses.join(", ")}`;
  return kind === "installed" ? `${names.join(", ")} installed, ${where}` : `nothing to change, ${where}`;
};

type Of<Kind extends FleetEvent["kind"]> = Extract<FleetEvent, { kind: Kind }>;

const failedLine = ({ host, sentence, retryAt }: Of<"host.failed">): Line =>
  retryAt === undefined ? bad(`${host}: ${sentence}`) : wait(`${host}: ${sentence} Tried again at ${time(retryAt)}.`);

const askedLine = ({ host, became }: Of<"host.asked">): Line =>
  became.kind === "done"
    ? good(`${host}: ${outcomeText(became.outcome)}, by the run before`)
    : note(`${host}: what the run before had begun is undone`);

const stoppedLine = ({ because }: Of<"fleet.stopped">): Line =>
  bad(
    because === "failures"
      ? "Too many hosts have failed: nothing new is begun"
      : "Asked to stop: nothing new is begun, and what runs comes to its end",
  );

const begunText = ({ hosts: all, waves }: FleetState): string =>
  `${hosts(all.size)} in ${waves.length === 1 ? "1 wave" : `${waves.length} waves`}`;

const resumedText = (state: FleetState): string =>
  `Going on where the last run has stopped: ${countHosts(state).done} of ${hosts(state.hosts.size)} done`;

const waveText = ({ wave }: Of<"wave.begun">, { waves }: FleetState): string =>
  `Wave ${wave + 1} of ${waves.length}: ${hosts(waves[wave]?.length ?? 0)}`;

/** What happened, as a line of its own; steps of a host are too many for that. `state` is the one after it. */
export const toFleetLine = (event: FleetEvent, state: FleetState): Line | undefined => {
  switch (event.kind) {
    case "fleet.begun":
      return note(begunText(state));
    case "fleet.resumed":
      return note(resumedText(state));
    case "wave.begun":
      return note(waveText(event, state));
    case "host.done":
      return good(`${event.host}: ${outcomeText(event.outcome)}`);
    case "host.failed":
      return failedLine(event);
    case "host.asked":
      return askedLine(event);
    case "fleet.paced":
      return wait(`So many changes were made within an hour that the next one waits until ${time(event.until)}`);
    case "fleet.stopped":
      return stoppedLine(event);
    case "host.begun":
    case "host.stepped":
    case "fleet.ended":
      return undefined;
  }
};
