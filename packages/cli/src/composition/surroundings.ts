import type { Clock, Log, Random } from "@hostseal/core";
import type { Environment } from "./environment.ts";

/** What every adapter of this process is built with. */
export type Surroundings = {
  /** The data folder, absolute. */
  readonly home: string;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
};
