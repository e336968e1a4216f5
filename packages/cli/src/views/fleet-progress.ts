import type { FleetEvent, FleetState } from "@hostseal/installer/fleet";
import type { CommandContext } from "../command-line/command-row.ts";
import { toMarkedLine } from "./events/line.ts";
import { toFleetBoard } from "./fleet-board.ts";
import { toFleetLine } from "./fleet-lines.ts";

/** Tells what happens in a fleet while it happens. */
export type FleetProgress = {
  /** `state` is the one after the event. */
  show(event: FleetEvent, state: FleetState): void;
  /** Takes away what stands there for as long as it is true. */
  close(): void;
};

type Listener = Pick<CommandContext, "terminal" | "paint" | "isJson">;

const ESCAPE = "\u001B[";
/** Milliseconds; whoever watches sees no more than that. */
const REDRAWN_EVERY = 80;

const silent: FleetProgress = { show: () => undefined, close: () => undefined };

const plain = ({ terminal, paint }: Listener): FleetProgress => ({
  ...silent,
  show: (event, state) => {
    const line = toFleetLine(event, state);
    if (line) terminal.print(toMarkedLine(line, paint));
  },
});

/** Lines that stay, and a board below them that is drawn over. Each print ends below the board. */
const live = ({ terminal, paint }: Listener): FleetProgress => {
  let height = 0;
  let drawnAt = 0;
  const draw = (lines: readonly string[], board: readonly string[]): void => {
    const all = [...lines, ...board];
    if (height > 0) all[0] = `${ESCAPE}${height}A${ESCAPE}0J${all[0] ?? ""}`;
    height = board.length;
    if (all.length > 0) terminal.print(all.join("\n"));
  };
  return {
    show: (event, state) => {
      const line = toFleetLine(event, state);
      if (line === undefined && event.at - drawnAt < REDRAWN_EVERY) return;
      drawnAt = event.at;
      draw(line ? [toMarkedLine(line, paint)] : [], state.isEnded ? [] : toFleetBoard(state, event.at, paint));
    },
    close: () => {
      if (height > 0) draw([], []);
    },
  };
};

/** A program is told at the end only, a person line by line, and with a board when there is a terminal. */
export const createFleetProgress = (context: Listener): FleetProgress => {
  if (context.isJson) return silent;
  return context.terminal.isWatched ? live(context) : plain(context);
};
