import type { Desk } from "../desk.ts";
import type { CaOrder } from "../orders/order.ts";
import { currentGeneration } from "../orders/order.ts";
import { isClosed, stageOf } from "../orders/stage.ts";
import { lookAndSettle } from "./check.ts";
import type { Address } from "./own-order.ts";
import { inTurn } from "./own-order.ts";
import { settle } from "./settle.ts";

const isUnderWay = (desk: Desk, order: CaOrder, generation: number): boolean => {
  const now = desk.clock.now();
  return currentGeneration(order).number === generation && !isClosed(order, now) && stageOf(order, now) !== "active";
};

/** The authority's own looks at one generation, until it is issued, given up, or its token is too old. */
const poll = async (desk: Desk, address: Address, generation: number): Promise<void> => {
  const { pollWaits, tokenLife } = desk.habits;
  const end = desk.clock.now() + tokenLife;
  for (let round = 0; desk.clock.now() <= end; round += 1) {
    const wait = pollWaits[round] ?? pollWaits.at(-1);
    if (wait === undefined) return;
    await desk.clock.until(desk.clock.now() + wait, desk.closing);
    const order = await inTurn(desk, address, (order) =>
      isUnderWay(desk, order, generation) ? lookAndSettle(desk, order) : order,
    );
    if (!isUnderWay(desk, order, generation)) return;
  }
};

/** Issues as soon as the last organisation check is done, when those have a date. */
const awaitOrganisation = async (desk: Desk, address: Address, order: CaOrder): Promise<void> => {
  const dates = order.organisationSteps.map(({ doneAt }) => doneAt ?? Number.NaN);
  const last = Math.max(...dates);
  if (!(last > desk.clock.now())) return;
  await desk.clock.until(last, desk.closing);
  await inTurn(desk, address, (current) => settle(desk, current));
};

/** Keeps an eye on the current generation in the background. Ends quietly when the authority closes. */
export const watch = (desk: Desk, order: CaOrder): void => {
  const address = { partner: order.partner, ref: order.ref };
  const unlessClosing = (thrown: unknown): void => {
    if (!desk.closing.aborted) throw thrown;
  };
  void poll(desk, address, currentGeneration(order).number).catch(unlessClosing);
  void awaitOrganisation(desk, address, order).catch(unlessClosing);
};
