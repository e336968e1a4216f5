import { RULES_EDITION } from "@hostseal/rules";
import { isFailure, reasonOf } from "../errors/failure.ts";
import type { OrderId } from "../identifiers.ts";
import type { Advanced } from "./advance.ts";
import { settle } from "./settle.ts";
import type { World } from "./world.ts";

const BATCH = 100;

const settleOne = async (world: World, id: OrderId, onStep?: (advanced: Advanced) => void): Promise<void> => {
  try {
    await settle(world, id, onStep);
  } catch (thrown) {
    if (isFailure(thrown, "store.stale")) return;
    world.log.emit({ level: "failure", event: "order.stuck", details: { order: id, because: reasonOf(thrown) } });
    throw thrown;
  }
};

/** Settles every order whose time has come, and says how many there were. */
export const runDue = async (world: World, onStep?: (advanced: Advanced) => void): Promise<number> => {
  const due = await world.store.due({ now: world.clock.now(), rulesEdition: RULES_EDITION, limit: BATCH });
  for (const id of due) await settleOne(world, id, onStep);
  return due.length;
};
