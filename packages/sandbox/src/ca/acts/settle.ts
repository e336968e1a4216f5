import type { Instant } from "@hostseal/rules";
import type { Desk } from "../desk.ts";
import type { CaOrder, NameCase } from "../orders/order.ts";
import { currentGeneration, withGeneration } from "../orders/order.ts";
import { stageOf } from "../orders/stage.ts";
import { corroborate } from "../proofs/corroborate.ts";
import { judgeCaa } from "../proofs/judge-caa.ts";
import { signLeaf } from "../signing/sign-leaf.ts";
import { refusedBy } from "./look-at-case.ts";
import { refreshCases } from "./refresh-cases.ts";

/** The same day some years later; 29 February becomes 1 March. */
const yearsAfter = (start: Instant, years: number): Instant => {
  const date = new Date(start);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
};

/** CAA is asked for each name at every issuance (BR §4.2.2.1); a name it forbids has its case refused. */
const checkCaa = async (desk: Desk, order: CaOrder, each: NameCase): Promise<NameCase> => {
  const { name, verdict } = each;
  if (verdict.kind !== "proven") return each;
  const at = desk.clock.now();
  const question = { name, method: verdict.method, brand: order.product.brand, at };
  const places = { own: desk.probe, perspectives: desk.perspectives };
  const look = await corroborate(places, async (eye) => judgeCaa(question, await eye.caa(name)));
  return look.kind === "found" ? each : refusedBy(look, each, at);
};

/** Production takes its time, when this authority's does. */
const producing = (desk: Desk, order: CaOrder): CaOrder => {
  const generation = currentGeneration(order);
  return generation.dueAt === undefined
    ? withGeneration(order, { ...generation, dueAt: desk.clock.now() + desk.habits.issuanceTime })
    : order;
};

const issue = async (desk: Desk, order: CaOrder): Promise<CaOrder> => {
  const { hierarchy, random, clock } = desk;
  const now = clock.now();
  const generation = currentGeneration(order);
  const licence = order.licence ?? { start: now, end: yearsAfter(now, order.years) };
  const certificate = await signLeaf({ hierarchy, random, order, generation, now, licenceEnd: licence.end });
  return withGeneration({ ...order, licence }, { ...generation, certificate });
};

/**
 * Issues when nothing stands in the way any more: every name proven, the organisation checked, CAA permitting.
 * Otherwise only notes what has become clear. Call it in the order's turn.
 */
export const settle = async (desk: Desk, before: CaOrder): Promise<CaOrder> => {
  const refreshed = refreshCases(desk, before);
  if (stageOf(refreshed, desk.clock.now()) !== "producing") return refreshed;
  const order = producing(desk, refreshed);
  const generation = currentGeneration(order);
  if ((generation.dueAt ?? 0) > desk.clock.now()) return order;
  const cases = await Promise.all(generation.cases.map((each) => checkCaa(desk, order, each)));
  const checked = withGeneration(order, { ...generation, cases });
  return cases.every(({ verdict }) => verdict.kind === "proven") ? issue(desk, checked) : checked;
};
