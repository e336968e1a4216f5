import type { Caller } from "@hostseal/core";
import type { LocalWorld } from "../composition/create-world.ts";

/** Whoever sits at the command line: they see the orders of their partner. */
export const callerOf = ({ config }: LocalWorld): Caller => ({
  scope: { kind: "partner", partner: config.partner },
  by: "command line",
});
