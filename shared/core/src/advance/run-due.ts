import { MINUTE, RULES_EDITION } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import { isFailure, reasonOf } from "../errors/failure.ts";
import type { OrderId } from "../identifiers.ts";
import type { Advanced } from "./advance.ts";
import { settle } from "./settle.ts";
import type { World } from "./world.ts";

const BATCH = 100;
/** How long an order that cannot be worked on at all is left alone, so that the others get their turn. */
const STUCK_FOR = 10 * MINUTE;

/** Orders that could not be worked on, and until when they are left alone. */
export type Stuck = Map<OrderId, Instant>;

/** Settles one order. Trouble with it is logged and is nobody else's: an unreadable document, a mistake of ours. */
const settleOne = async (world: World, id: OrderId, onStep?: (advanced: Advanced) => void): Promise<boolean> => {
  try {
    await settle(world, id, onStep);
    return true;
  } catch (thrown) {
    if (isFailure(thrown, "store.stale")) return true;
    world.log.emit({ level: "failure", event: "order.stuck", details: { order: id, because: reasonOf(thrown) } });
    return false;
  }
};

/**
 * Settles every order whose time has come, and says how many there were. The same `stuck` is passed to every call of
 * one scheduler.
 */
export const runDue = async (
  world: World,
  onStep?: (advanced: Advanced) => void,
  stuck: Stuck = new Map(),
): Promise<number> => {
  const now = world.clock.now();
  for (const [id, until] of stuck) if (until <= now) stuck.delete(id);
  const due = await world.store.due({ now, rulesEdition: RULES_EDITION, limit: BATCH + stuck.size });
  const workable = due.filter((id) => !stuck.has(id));
  for (const id of workable) if (!(await settleOne(world, id, onStep))) stuck.set(id, now + STUCK_FOR);
  return workable.length;
};
