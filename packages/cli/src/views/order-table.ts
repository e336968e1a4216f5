import type { Decision, Order } from "@hostseal/core";
import { toNameText } from "./names.ts";
import { toStateWord } from "./state-word.ts";
import { toTable } from "./table.ts";
import { toDay } from "./times.ts";

type Standing = { readonly order: Order; readonly decision: Decision };

const namesText = ({ names }: Order): string => {
  const [first, ...others] = names;
  const text = first === undefined ? "" : toNameText(first);
  return others.length === 0 ? text : `${text} and ${others.length} more`;
};

const toRow = ({ order, decision }: Standing): readonly string[] => [
  order.id,
  namesText(order),
  toStateWord(order, decision),
  order.certificate === undefined ? "" : toDay(order.certificate.notAfter),
  order.licence === undefined ? "" : toDay(order.licence.end),
];

/** Orders, a line each, with their two clocks in columns of their own. */
export const toOrderTable = (standings: readonly Standing[]): readonly string[] =>
  toTable(["Order", "Names", "State", "Certificate until", "Licence until"], standings.map(toRow));
