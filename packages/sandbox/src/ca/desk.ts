import type { Clock, Probe, Random } from "@hostseal/core";
import type { Ledger } from "./orders/ledger.ts";
import type { OrderBook } from "./orders/order-book.ts";
import type { Turns } from "./orders/turns.ts";
import type { Letters } from "./proofs/letters.ts";
import type { ProvenDomains } from "./proofs/proven-domains.ts";
import type { Hierarchy } from "./signing/create-hierarchy.ts";

/** What every act of the authority works with. */
export type Desk = {
  readonly clock: Clock;
  readonly random: Random;
  readonly probe: Probe;
  readonly perspectives: NonNullable<Probe["perspectives"]>;
  readonly book: OrderBook;
  readonly ledger: Ledger;
  readonly proven: ProvenDomains;
  readonly letters: Letters;
  readonly hierarchy: Hierarchy;
  readonly turns: Turns;
  readonly habits: Habits;
  /** Public keys that may never be certified again, as hex SHA-256 of the SubjectPublicKeyInfo. */
  readonly compromisedKeys: Set<string>;
  /** Aborted when the authority closes. */
  readonly closing: AbortSignal;
};

/** How this authority behaves where the rules leave a choice. Durations are milliseconds on the clock. */
export type Habits = {
  /** Whether a proof serves again when the reissue brings a new key; Sectigo says no, the sandbox by default yes. */
  readonly reuseWithNewKey: boolean;
  /** Waits between the authority's own looks; the last one repeats. Empty: it looks only when asked. */
  readonly pollWaits: readonly number[];
  /** How old a token or mailed link may be when it is used; at most what the rules allow (BR §3.2.2.4). */
  readonly tokenLife: number;
  /** From the last proof to the certificate, at least; it comes with the authority's next own look or when asked. */
  readonly issuanceTime: number;
  /** How long each organisation check takes; absent: a person does them (the controls). */
  readonly organisationStepTime?: number;
};
