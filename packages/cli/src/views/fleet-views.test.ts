import type { FleetEvent } from "@hostseal/installer/fleet";
import { foldFleet } from "@hostseal/installer/fleet";
import { describe, expect, test } from "vitest";
import type { CommandContext } from "../command-line/command-row.ts";
import { toFleetBoard } from "./fleet-board.ts";
import { createFleetProgress } from "./fleet-progress.ts";
import { toFleetJson, toFleetSummary } from "./fleet-summary.ts";
import { plainPaint } from "./paint.ts";

const AT = Date.UTC(2026, 10, 21, 12);
const outcome = { kind: "installed" as const, names: ["a.example.com"], addresses: ["192.0.2.1"] };
const trouble = { code: "host.refused", sentence: "web2 refused the installation: x.", fix: "Correct it." };

const EVENTS: readonly FleetEvent[] = [
  { kind: "fleet.begun", at: AT, waves: [["web1"], ["web2", "web3", "web4"]] },
  { kind: "wave.begun", at: AT, wave: 0 },
  { kind: "host.begun", at: AT, host: "web1", run: "run-1" },
  { kind: "host.done", at: AT + 1_000, host: "web1", outcome },
  { kind: "wave.begun", at: AT + 1_000, wave: 1 },
  { kind: "host.begun", at: AT + 1_000, host: "web2", run: "run-2" },
  { kind: "host.stepped", at: AT + 2_000, host: "web2", step: "moved 2" },
  { kind: "host.begun", at: AT + 2_000, host: "web3", run: "run-3" },
  { kind: "host.stepped", at: AT + 3_000, host: "web3", step: "reloaded" },
];

const STOPPED: readonly FleetEvent[] = [
  ...EVENTS,
  { kind: "host.failed", at: AT + 4_000, host: "web2", ...trouble },
  { kind: "fleet.stopped", at: AT + 4_000, because: "failures" },
  { kind: "host.done", at: AT + 5_000, host: "web3", outcome: { ...outcome, kind: "unchanged" } },
  { kind: "fleet.ended", at: AT + 5_000 },
];

/** What a progress prints, event by event, to somebody who watches or not. */
const printed = (events: readonly FleetEvent[], context: Pick<CommandContext, "isJson">, isWatched: boolean) => {
  const lines: string[] = [];
  const silent = { note: () => undefined, ask: undefined };
  const terminal = { ...silent, isWatched, print: (line: string) => void lines.push(line) };
  const progress = createFleetProgress({ ...context, terminal, paint: plainPaint });
  for (const [index, event] of events.entries()) progress.show(event, foldFleet(events.slice(0, index + 1)));
  progress.close();
  return lines;
};

describe("a fleet at work", () => {
  test("has a bar with counts, and a line for each host at work", () => {
    expect(toFleetBoard(foldFleet(EVENTS), AT + 4_000, plainPaint)).toEqual([
      "██████░░░░░░░░░░░░░░░░░░ wave 2 of 2, 1 of 4 done, 2 at work",
      "  web2                 testing its configuration (3 s)",
      "  web3                 proving from outside (2 s)",
    ]);
  });

  test("is told line by line where nobody watches", () => {
    expect(printed(STOPPED, { isJson: false }, false)).toEqual([
      "· 4 hosts in 2 waves",
      "· Wave 1 of 2: 1 host",
      "✔ web1: a.example.com installed, seen on 192.0.2.1",
      "· Wave 2 of 2: 3 hosts",
      "✖ web2: web2 refused the installation: x.",
      "✖ Too many hosts have failed: nothing new is begun",
      "✔ web3: nothing to change, seen on 192.0.2.1",
    ]);
  });

  test("leaves nothing of the board on a terminal, and every line that counts", () => {
    // A terminal of which only the cursor's way up and the erasing below it matter here.
    const screen: string[] = [];
    for (const text of printed(STOPPED, { isJson: false }, true)) {
      const [, up = "0", rest = text] = /^ESC\[(\d+)AESC\[0J([^]*)$/.exec(text.replaceAll("\u001B", "ESC")) ?? [];
      screen.splice(screen.length - Number(up));
      screen.push(...rest.split("\n"));
    }
    expect(screen.filter((line) => line !== "")).toEqual(printed(STOPPED, { isJson: false }, false));
  });

  test("is silent for a program until its end", () => {
    expect(printed(STOPPED, { isJson: true }, false)).toEqual([]);
  });
});

describe("a fleet at its end", () => {
  test("is summed up with what has failed and what to do", () => {
    expect(toFleetSummary(foldFleet(STOPPED), plainPaint)).toEqual([
      "Not done: 2 hosts proven, 1 of them already before, 1 failed, 1 left out.",
      "  web2: web2 refused the installation: x. Correct it.",
      "The same command goes on with what is left.",
    ]);
  });

  test("is one document for a program", () => {
    expect(toFleetJson(foldFleet(STOPPED))).toMatchObject({
      type: "fleet",
      complete: false,
      stopped: "failures",
      counts: { done: 2, failed: 1, skipped: 1, queued: 0, running: 0 },
      hosts: [
        { host: "web1", state: "done", changed: true, names: ["a.example.com"], addresses: ["192.0.2.1"] },
        { host: "web2", state: "failed", ...trouble },
        { host: "web3", state: "done", changed: false },
        { host: "web4", state: "skipped" },
      ],
    });
  });
});
