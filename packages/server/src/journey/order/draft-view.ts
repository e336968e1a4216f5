import type { Money, Order, PreflightFinding } from "@hostseal/core";
import { type DomainName, toUnicodeName } from "@hostseal/rules";
import { findingInWords } from "../../words/core-words.ts";
import { moneyIn } from "../../words/times.ts";
import { readable, toBeTypedIn } from "../../words/isolated.ts";
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

/** A name with what must be known of it, and apart from that what is as it should be. */
export type ExaminedName = {
  readonly name: string;
  readonly notable: readonly FindingView[];
  readonly passed: readonly FindingView[];
};

export type DraftView = {
  readonly names: readonly ExaminedName[];
  readonly isExamined: boolean;
  readonly isReady: boolean;
  readonly price: string;
  readonly amount: number;
  readonly years: number;
  readonly balance?: string;
};

const toFindingView = (finding: PreflightFinding, { core, locale }: Vocabulary): FindingView => {
  const { sentence, fix } = findingInWords(core, finding);
  if (finding.weight === "passes") return { weight: finding.weight, sentence };
  const [copy] = toBeTypedIn(fix);
  return { weight: finding.weight, sentence, fix: readable(fix, locale), ...(copy !== undefined && { copy }) };
};

const toExaminedName = (name: DomainName, findings: readonly PreflightFinding[], words: Vocabulary): ExaminedName => {
  const mine = findings.filter((finding) => finding.name === name).map((finding) => toFindingView(finding, words));
  return {
    name: toUnicodeName(name),
    notable: mine.filter(({ weight }) => weight !== "passes"),
    passed: mine.filter(({ weight }) => weight === "passes"),
  };
};

/** What is decided before anything is promised; nothing for an order that is confirmed. */
export const toDraftView = (
  order: Order,
  words: Vocabulary,
  { price, balance }: { readonly price: Money; readonly balance: Money | undefined },
): DraftView | undefined => {
  if (order.state.kind !== "draft") return undefined;
  const findings = order.preflight?.findings ?? [];
  return {
    names: order.names.map((name) => toExaminedName(name, findings, words)),
    isExamined: order.preflight !== undefined,
    isReady: order.preflight !== undefined && findings.every(({ weight }) => weight !== "blocks"),
    price: moneyIn(words.locale, price),
    amount: price.amount,
    years: order.years,
    ...(balance && { balance: moneyIn(words.locale, balance) }),
  };
};
