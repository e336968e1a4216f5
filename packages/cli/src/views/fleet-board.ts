import type { FleetState, HostState } from "@hostseal/installer/fleet";
import { countHosts } from "@hostseal/installer/fleet";
import type { Instant } from "@hostseal/rules";
import { SECOND } from "@hostseal/rules";
import type { Paint } from "./paint.ts";

const BAR = 24;
const COLUMNS = 78;
const MOST_LINES = 20;

/** What a host is doing after a step of it is done; the small ones say nothing new. */
const WORDS: Readonly<Record<string, string>> = {
  connecting: "connecting",
  connected: "looking around",
  planned: "looking from outside",
  locked: "testing its configuration",
  recorded: "sending files",
  staged: "putting them in place",
  moved: "testing its configuration",
  tested: "reloading",
  reloaded: "proving from outside",
  proven: "done, saying so",
};

type Running = Extract<HostState, { kind: "running" }>;

const bar = (part: number): string => {
  const full = Math.floor(BAR * part);
  return `${"█".repeat(full)}${"░".repeat(BAR - full)}`;
};

const headline = (state: FleetState, paint: Paint): string => {
  const { done, failed, running, skipped } = countHosts(state);
  const size = state.hosts.size;
  const rest = [
    ...(failed > 0 ? [paint.bad(`${failed} failed`)] : []),
    ...(skipped > 0 ? [`${skipped} left out`] : []),
    `${running} at work`,
  ];
  const wave = state.waves.length > 1 ? `wave ${state.wave + 1} of ${state.waves.length}, ` : "";
  return `${bar((done + failed + skipped) / Math.max(size, 1))} ${wave}${done} of ${size} done, ${rest.join(", ")}`;
};

const runningLine = (name: string, { step, since }: Running, now: Instant): string => {
  const word = WORDS[step.split(" ")[0] ?? ""] ?? WORDS["locked"];
  return `  ${name.padEnd(20)} ${word} (${Math.floor((now - since) / SECOND)} s)`.slice(0, COLUMNS);
};

/** The fleet as it stands: a bar with counts, and a line for each host at work. */
export const toFleetBoard = (state: FleetState, now: Instant, paint: Paint): readonly string[] => {
  const running = [...state.hosts].flatMap(([name, host]) => (host.kind === "running" ? [[name, host] as const] : []));
  const lines = running.slice(0, MOST_LINES).map(([name, host]) => runningLine(name, host, now));
  const more = running.length > MOST_LINES ? [`  and ${running.length - MOST_LINES} more`] : [];
  return [headline(state, paint), ...lines, ...more];
};
