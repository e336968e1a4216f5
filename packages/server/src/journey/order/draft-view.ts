import type { Money, Order, PreflightFinding } from "@hostseal/core";
import { toUnicodeName } from "@hostseal/rules";
import { findingInWords } from "../../words/core-words.ts";
import { moneyIn } from "../../words/times.ts";
import type { Vocabulary } from "../../words/vocabulary.ts";

/** A finding, with what we saw and the exact fix. */
export type FindingView = {
  readonly weight: PreflightFinding["weight"];
  readonly sentence: string;
  /** Nothing where there is nothing to do. */
  readonly fix?: string;
  /** What to copy: the part of the fix that is typed somewhere. */
  readonly copy?: string;
};

export type DraftView = {
  readonly names: readonly { readonly name: string; readonly findings: readonly FindingView[] }[];
  readonly isExamined: boolean;
  readonly isReady: boolean;
  readonly price: string;
  readonly amount: number;
  readonly years: number;
  readonly balance?: string;
};

/** A fix names what is to be typed between back quotes. */
const QUOTED = /`([^`]+)`/;

const toFindingView = (finding: PreflightFinding, { core }: Vocabulary): FindingView => {
  const { sentence, fix } = findingInWords(core, finding);
  if (finding.weight === "passes") return { weight: finding.weight, sentence };
  const copy = QUOTED.exec(fix)?.[1];
  return { weight: finding.weight, sentence, fix: fix.replaceAll("`", ""), ...(copy !== undefined && { copy }) };
};

/** What is decided before anything is promised; nothing for an order that is confirmed. */
export const toDraftView = (order: Order, words: Vocabulary, balance: Money | undefined): DraftView | undefined => {
  if (order.state.kind !== "draft") return undefined;
  const findings = order.preflight?.findings ?? [];
  return {
    names: order.names.map((name) => ({
      name: toUnicodeName(name),
      findings: findings.filter((finding) => finding.name === name).map((finding) => toFindingView(finding, words)),
    })),
    isExamined: order.preflight !== undefined,
    isReady: order.preflight !== undefined && findings.every(({ weight }) => weight !== "blocks"),
    price: moneyIn(words.locale, order.price),
    amount: order.price.amount,
    years: order.years,
    ...(balance && { balance: moneyIn(words.locale, balance) }),
  };
};
