import type { PartnerId } from "@hostseal/core";
import { HOUR, type Instant, MINUTE, SECOND } from "@hostseal/rules";
import { z } from "zod";
import type { Documents } from "../partner/documents.ts";

const delivery = z.object({
  /** The same in every try, so that the receiver takes it once. */
  id: z.string(),
  hook: z.string(),
  body: z.string(),
  tries: z.number().int(),
  next: z.number().int(),
});
export type Delivery = z.output<typeof delivery>;

const outbox = z.object({ deliveries: z.array(delivery) });

/** When it is tried again, after so many tries; then it is given up. */
const PAUSES: readonly number[] = [10 * SECOND, MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR];
/** A receiver that is gone must not fill the disk: then the oldest go. */
const MOST_WAITING = 1_000;

/** What is still to be sent. It survives the process, and nothing is sent that did not lie here first. */
export type Outbox = {
  enter(deliveries: readonly Omit<Delivery, "tries" | "next">[], now: Instant): Promise<void>;
  due(now: Instant): Promise<readonly Delivery[]>;
  sent(id: string): Promise<void>;
  /** Whether it will be tried again. */
  failed(id: string, now: Instant): Promise<boolean>;
};

const read = (present: unknown): readonly Delivery[] => outbox.parse(present ?? { deliveries: [] }).deliveries;

export const createOutbox = (documents: Documents, partner: PartnerId): Outbox => {
  const name = `outbox-${encodeURIComponent(partner)}`;

  const change = (work: (present: readonly Delivery[]) => readonly Delivery[]): Promise<void> =>
    documents.change(name, (present) => ({
      document: { deliveries: work(read(present)).slice(-MOST_WAITING) },
      result: undefined,
    }));

  return {
    enter: (fresh, now) => change((present) => [...present, ...fresh.map((one) => ({ ...one, tries: 0, next: now }))]),
    due: async (now) => read(await documents.read(name)).filter(({ next }) => next <= now),
    sent: (id) => change((present) => present.filter((one) => one.id !== id)),
    failed: (id, now) =>
      documents.change(name, (present) => {
        const deliveries = read(present).flatMap((one) => {
          const pause = PAUSES[one.tries];
          if (one.id !== id) return [one];
          return pause === undefined ? [] : [{ ...one, tries: one.tries + 1, next: now + pause }];
        });
        return { document: { deliveries }, result: deliveries.some((one) => one.id === id) };
      }),
  };
};
