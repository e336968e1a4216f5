import { createHash } from "node:crypto";
import type { Clock, Random } from "@hostseal/core";
import { DAY, MINUTE } from "@hostseal/rules";
import { z } from "zod";
import type { Documents } from "../partner/documents.ts";
import { apiRefusal } from "./problems.ts";

const kept = z.object({
  /** Of method, path and body. */
  request: z.string(),
  at: z.number(),
  /** What was answered; nothing while it is under way. */
  answer: z.object({ status: z.number(), body: z.unknown() }).optional(),
});
const ledger = z.record(z.string(), kept);
type Ledger = z.output<typeof ledger>;

export type Answer = { readonly status: number; readonly body: unknown };

/** One intention of a program: the key it chose, and a digest of what it asked for. */
export type Intention = { readonly key: string; readonly request: string };

/** The first answer to every intention, for a day (draft-ietf-httpapi-idempotency-key-header). */
export type Idempotency = {
  /**
   * Does the work once. The same intention again gives the same answer; the same key with another request is refused
   * with `idempotency.key-reused`, and while the first is under way with `idempotency.under-way`.
   */
  once(
    caller: string,
    intention: Intention,
    work: () => Promise<Answer>,
  ): Promise<{ readonly answer: Answer; readonly isReplay: boolean }>;
};

const LIFE = DAY;
/** After this a request that never ended counts as lost; what it did bears the same ids the second time. */
const LONGEST_WORK = MINUTE;
const MOST_KEPT = 1_000;

const fresh = (all: Ledger, now: number): Ledger =>
  Object.fromEntries(
    Object.entries(all)
      .filter(([, { at }]) => at + LIFE > now)
      .slice(-MOST_KEPT),
  );

const nameOf = (caller: string): string => `idempotency-${caller}`;

type Parts = { readonly documents: Documents; readonly clock: Clock };

export const createIdempotency = ({ documents, clock }: Parts): Idempotency => {
  /** The answer that was given before; nothing when the work is to be done now. */
  const begin = (caller: string, { key, request }: Intention): Promise<Answer | undefined> =>
    documents.change(nameOf(caller), (present) => {
      const now = clock.now();
      const all = fresh(ledger.parse(present ?? {}), now);
      const before = Object.hasOwn(all, key) ? all[key] : undefined;
      if (before && before.request !== request) throw apiRefusal("idempotency.key-reused");
      if (before?.answer) return { result: { status: before.answer.status, body: before.answer.body } };
      if (before && before.at + LONGEST_WORK > now) throw apiRefusal("idempotency.under-way");
      return { document: { ...all, [key]: { request, at: now } }, result: undefined };
    });

  /** Without an answer the key is free again: nothing came of it. */
  const end = (caller: string, { key, request }: Intention, answer: Answer | undefined): Promise<void> =>
    documents.change(nameOf(caller), (present) => {
      const { [key]: begun, ...others } = ledger.parse(present ?? {});
      const at = begun?.at ?? clock.now();
      return {
        document: answer === undefined ? others : { ...others, [key]: { request, at, answer } },
        result: undefined,
      };
    });

  return {
    once: async (caller, intention, work) => {
      const before = await begin(caller, intention);
      if (before) return { answer: before, isReplay: true };
      try {
        const answer = await work();
        await end(caller, intention, answer);
        return { answer, isReplay: false };
      } catch (thrown) {
        await end(caller, intention, undefined);
        throw thrown;
      }
    },
  };
};

/** Bytes that follow from an intention alone, so that what it makes has the same id however often it is begun. */
export const chanceOf = (caller: string, key: string): Random => ({
  bytes: (count) =>
    createHash("shake256", { outputLength: count })
      .update(JSON.stringify([caller, key]))
      .digest(),
});
