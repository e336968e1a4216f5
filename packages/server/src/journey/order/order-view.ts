import { decide, type JournalEntry, type Money, type Order, type Standing, standingOf } from "@hostseal/core";
import { type Instant, toUnicodeName } from "@hostseal/rules";
import type { Vocabulary } from "../../words/vocabulary.ts";
import { type LicenceView, toLicenceView } from "../licence-view.ts";
import { type Tone, toneOf } from "../tone.ts";
import { type ActionsView, toActionsView } from "./actions-view.ts";
import { type CertificateView, toCertificateView } from "./certificate-view.ts";
import { type DraftView, toDraftView } from "./draft-view.ts";
import { type ProofView, toProofViews } from "./proof-view.ts";
import { type StepView, toSteps } from "./step-view.ts";
import { type EventfulDay, toEventfulDays } from "./timeline-view.ts";
import { toUnlockCodeView, type UnlockCodeView } from "./unlock-code-view.ts";
import { toWaitView, type WaitView } from "./wait-view.ts";

/** Everything that the page of an order shows. */
export type OrderView = {
  readonly id: string;
  readonly issuerRef?: string;
  readonly unlockCode?: UnlockCodeView;
  /** Until when whoever looks may, with a shared link. */
  readonly sharedUntil?: Instant;
  readonly names: readonly string[];
  readonly standing: Standing;
  readonly tone: Tone;
  readonly steps: readonly StepView[];
  readonly wait?: WaitView;
  readonly draft?: DraftView;
  readonly proofs: readonly ProofView[];
  readonly certificate?: CertificateView;
  readonly licence?: LicenceView;
  readonly days: readonly EventfulDay[];
  readonly actions: ActionsView;
  /** Where its pages are for whoever looks, without final slash. */
  readonly address: string;
  /** Whether whoever looks may change anything. */
  readonly canAct: boolean;
};

export type OrderSight = {
  readonly order: Order;
  readonly journal: readonly JournalEntry[];
  /** What this visitor is asked for it. */
  readonly price: Money;
  readonly balance: Money | undefined;
  readonly now: Instant;
  readonly address: string;
  readonly canAct: boolean;
  readonly sharedUntil?: Instant;
};

export const toOrderView = (sight: OrderSight, words: Vocabulary): OrderView => {
  const { order, journal, price, balance, now, address, canAct, sharedUntil } = sight;
  const unlockCode = toUnlockCodeView(order, journal);
  const decision = decide(order, now);
  const standing = standingOf(order, decision);
  const wait = toWaitView(order, decision, words);
  const draft = toDraftView(order, words, { price, balance });
  const certificate = toCertificateView(order);
  const licence = toLicenceView(order, now);
  return {
    id: order.id,
    ...(order.issuerRef !== undefined && { issuerRef: order.issuerRef }),
    ...(unlockCode && { unlockCode }),
    ...(sharedUntil !== undefined && { sharedUntil }),
    names: order.names.map(toUnicodeName),
    standing,
    tone: toneOf[standing],
    steps: toSteps(order),
    ...(wait && { wait }),
    ...(draft && { draft }),
    proofs: toProofViews(order),
    ...(certificate && { certificate }),
    ...(licence && { licence }),
    days: toEventfulDays(journal, words),
    actions: toActionsView(order, words),
    address,
    canAct,
  };
};
