import { decide, formatMoney } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { toNamesText } from "../../views/names.ts";
import { toStateWord } from "../../views/state-word.ts";
import { toTable } from "../../views/table.ts";
import { toDay } from "../../views/times.ts";
import { toMarkedLine } from "../../views/events/line.ts";
import type { Paint } from "../../views/paint.ts";
import type { Check, Outcome } from "./summary.ts";

const seenText = ({ order, complaint }: Outcome): string => {
  if (complaint !== undefined) return complaint;
  if (order.state.kind === "draft") return "stopped, nothing charged";
  if (order.renewedBy !== undefined) return "its successor is served";
  return order.state.kind === "ended" ? "ended" : "served, seen just now";
};

const toRow = (outcome: Outcome, now: Instant): readonly string[] => {
  const { order, certificates } = outcome;
  const [charge] = order.charges;
  return [
    order.id,
    toNamesText(order.names),
    toStateWord(order, decide(order, now)),
    String(certificates.length),
    order.certificate === undefined ? "" : toDay(order.certificate.notAfter),
    order.licence === undefined ? "" : toDay(order.licence.end),
    charge === undefined ? "nothing" : formatMoney(charge.amount),
    seenText(outcome),
  ];
};

const TITLES = ["Order", "Names", "State", "Issued", "Certificate until", "Licence until", "Paid", "Seen from outside"];

/** How every order of the demo came out. */
export const toClosingTable = (outcomes: readonly Outcome[], now: Instant): readonly string[] => [
  "",
  ...toTable(
    TITLES,
    outcomes.map((outcome) => toRow(outcome, now)),
  ),
];

/** What was made sure of, a line each. */
export const toCheckLines = (checks: readonly Check[], paint: Paint): readonly string[] =>
  checks.map(({ holds, sentence }) => toMarkedLine({ mood: holds ? "good" : "bad", text: sentence }, paint));
