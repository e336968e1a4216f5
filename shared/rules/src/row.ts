import type { Brand } from "./brand.ts";
import type { Citation } from "./citation.ts";
import type { Level } from "./level.ts";

/** How sure we are: read in the cited text, told by someone else, only in part, derived from the text, or not confirmed at all. */
export type Confidence = "verified" | "secondary" | "partly" | "inferred" | "unverified";

/** What gives a row its force. `best-practice` rows bind nobody: they are advice, or Hostseal's own choice. */
export type Status = "adopted" | "root-program" | "ca-practice" | "best-practice" | "draft" | "inferred" | "unverified";

/** One value and the half-open UTC interval of issuance instants it holds for; `null` means without bound. */
export type DatedValue<Value> = {
  readonly from: string | null;
  readonly to: string | null;
  readonly value: Value;
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly status: Status;
  /** Only for these brands; all when absent. */
  readonly brands?: readonly Brand[];
  /** Only for these levels; all when absent. */
  readonly levels?: readonly Level[];
  readonly note?: string;
};

/** All that is known about one question, over time. */
export type Rule<Value> = {
  readonly id: string;
  /** The question in a few words, for people. */
  readonly title: string;
  /** A value as a short sentence, for people. */
  readonly says: (value: Value) => string;
  readonly rows: readonly DatedValue<Value>[];
};

/** A dated value together with the rule it belongs to, as `hostseal rules` lists it. */
export type Row = DatedValue<unknown> & { readonly id: string; readonly title: string; readonly says: string };

/** A rule of whatever value, for listing. */
export type AnyRule = Omit<Rule<never>, "rows"> & { readonly rows: readonly DatedValue<unknown>[] };
