import type { BenchTable } from "./bench-table.ts";
import { boughtAt, idealOrder } from "./ideal-order.ts";
import { liveOut } from "./live-out.ts";

type Row = BenchTable["rows"][number];

const SIZES = [1000, 10_000];
const FULL_SIZE = 100_000;

const measured = (count: number): Row => {
  let [decisions, steps, certificates] = [0, 0, 0];
  const began = performance.now();
  for (let place = 0; place < count; place += 1) {
    const life = liveOut(idealOrder(place), boughtAt(place));
    if (life.order.state.kind !== "ended") throw new TypeError(`${life.order.id} did not come to its end`);
    decisions += life.decisions;
    steps += life.steps;
    certificates += life.order.certificates;
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    orders: count,
    seconds: seconds.toFixed(2),
    "orders/s": Math.round(count / seconds),
    "decisions/s": Math.round(decisions / seconds),
    "ms per order": ((seconds * 1000) / count).toFixed(3),
    "certificates per order": (certificates / count).toFixed(1),
    "steps per order": Math.round(steps / count),
  };
};

const notRun: Row = { orders: FULL_SIZE, seconds: "not run; give --full" };

/** Five-year licences of two names each, decided and folded from the purchase to the end; nothing is read or written. */
export const decideYears = (full: boolean): readonly BenchTable[] => {
  measured(200);
  return [
    {
      title: "Five years of orders, decided",
      aim: "10,000 orders in at most 10 s, and as much for each order among 100,000",
      rows: [...SIZES.map(measured), full ? measured(FULL_SIZE) : notRun],
    },
  ];
};
