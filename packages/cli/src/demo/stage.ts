import type { LocalWorld } from "../composition/create-world.ts";
import type { Demo } from "./world/start-demo.ts";
import type { Narrator } from "./telling/narrator.ts";

/** What a part of the demo plays with. */
export type Stage = {
  readonly demo: Demo;
  /** The product's own world, on the demo's clock. */
  readonly world: LocalWorld;
  readonly narrator: Narrator;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
};
