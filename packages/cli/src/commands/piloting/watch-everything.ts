import { reasonOf, watchIssuer, watchSites, everyOrder } from "@hostseal/core";
import type { Order } from "@hostseal/core";
import type { LocalWorld } from "../../composition/create-world.ts";

const watch = async (world: LocalWorld, { id }: Order): Promise<void> => {
  try {
    await watchIssuer(world, id);
    await watchSites(world, id);
  } catch (thrown) {
    world.log.emit({ level: "warning", event: "order.unwatched", details: { order: id, because: reasonOf(thrown) } });
  }
};

/** Looks at every active order from outside and at its issuer; what one look cannot reach does not hold up the others. */
export const watchEverything = async (world: LocalWorld, signal: AbortSignal): Promise<void> => {
  for await (const order of everyOrder(world.store, { scope: { kind: "everything" }, state: "active" })) {
    signal.throwIfAborted();
    await watch(world, order);
  }
};
