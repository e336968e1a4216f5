import type { Decision, Order, Wait } from "@hostseal/core";
import { needsSomebody } from "@hostseal/core";
import { toNamesText } from "./names.ts";
import { toOrderJson } from "./order-json.ts";
import type { Paint } from "./paint.ts";
import { toStateWord } from "./state-word.ts";
import { toWaitLines } from "./wait-lines.ts";

type Standing = { readonly order: Order; readonly decision: Decision };
type Waiting = { readonly order: Order; readonly decision: Wait };

const needsAttention = (standing: Standing): standing is Waiting =>
  standing.decision.kind === "wait" && needsSomebody(standing.decision.actor);

/** Those whose certificate ends first come first; nothing burns for those without one. */
const byUrgency = (left: Waiting, right: Waiting): number =>
  (left.order.certificate?.notAfter ?? Infinity) - (right.order.certificate?.notAfter ?? Infinity);

const countLine = (standings: readonly Standing[]): string => {
  const counts = new Map<string, number>();
  for (const { order, decision } of standings) {
    const word = toStateWord(order, decision);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const parts = [...counts].map(([word, count]) => `${count} ${word}`);
  return `${standings.length} order(s)${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`;
};

/** How all orders stand: how many of each state, then those that somebody must act on, the most urgent first. */
export const toOverviewPage = (standings: readonly Standing[], paint: Paint): readonly string[] => {
  const open = standings.filter(needsAttention).toSorted(byUrgency);
  const blocks = open.flatMap(({ order, decision }) => [
    "",
    `${paint.bold(order.id)}  ${toNamesText(order.names)}  ${toStateWord(order, decision)}`,
    ...toWaitLines(decision, paint).map((line) => `  ${line}`),
  ]);
  return [countLine(standings), ...(open.length === 0 ? ["Nobody has to do anything."] : blocks)];
};

/** The same for a program: every order, and the numbers of those that need somebody. */
export const toOverviewJson = (standings: readonly Standing[]) => ({
  type: "overview",
  attention: standings
    .filter(needsAttention)
    .toSorted(byUrgency)
    .map(({ order }) => order.id),
  orders: standings.map(({ order, decision }) => toOrderJson(order, decision)),
});
