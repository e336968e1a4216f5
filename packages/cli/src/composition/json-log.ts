import { toIso } from "@hostseal/rules";
import type { Clock, Log, LogEvent } from "@hostseal/core";

const URGENCY = { debug: 0, note: 1, warning: 2, failure: 3 } as const satisfies Record<LogEvent["level"], number>;

export type JsonLogSettings = {
  readonly clock: Pick<Clock, "now">;
  readonly write: (line: string) => void;
  /** The least urgent level that is written. */
  readonly from: LogEvent["level"];
};

/** One JSON object a line. A `Secret` among the details prints itself as `[secret]`. */
export const createJsonLog = ({ clock, write, from }: JsonLogSettings): Log => ({
  emit: ({ level, event, details }) => {
    if (URGENCY[level] < URGENCY[from]) return;
    write(JSON.stringify({ at: toIso(clock.now()), level, event, ...details }));
  },
});
