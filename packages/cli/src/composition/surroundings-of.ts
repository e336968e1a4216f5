import { resolve } from "node:path";
import type { Clock } from "@hostseal/core";
import type { Config } from "./config-schema.ts";
import { createDemoClock } from "./demo-clock.ts";
import type { Environment } from "./environment.ts";
import { createJsonLog } from "./json-log.ts";
import type { Surroundings } from "./surroundings.ts";
import { createSystemClock } from "./system-clock.ts";
import { systemRandom } from "./system-random.ts";

export type Place = {
  readonly home: string;
  readonly environment: Environment;
  /** Takes the lines of the log. */
  readonly note: (line: string) => void;
};

/** What adapters are built with, on a given clock. */
export const surroundedBy = (clock: Clock, { home, environment, note }: Place): Surroundings => ({
  home: resolve(home),
  environment,
  clock,
  random: systemRandom,
  log: createJsonLog({ clock, write: note, from: environment.isDebugging ? "debug" : "warning" }),
});

const clockOf = ({ clock }: Config, home: string): Clock | Promise<Clock> =>
  clock.kind === "demo" ? createDemoClock(clock.url, home) : createSystemClock();

/** What adapters are built with, on the clock that the configuration names. */
export const surroundingsOf = async (config: Config, place: Place): Promise<Surroundings> =>
  surroundedBy(await clockOf(config, place.home), place);
