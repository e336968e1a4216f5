import type { DueRequest, OrderId } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import type { IndexedHeap } from "./indexed-heap.ts";
import { createIndexedHeap } from "./indexed-heap.ts";
import type { OrderCard } from "./order-card.ts";

type Appointment = { readonly id: OrderId; readonly at: Instant };

/** When each order is to be looked at. A change costs O(log n), asking for the first k costs O(k log k). */
export type DueIndex = {
  set(card: OrderCard): void;
  delete(card: OrderCard): void;
  /** Earliest first, those without a time last, and by id where the times are equal. */
  due(request: DueRequest): readonly OrderId[];
  next(): Instant | undefined;
};

const isBefore = (left: Appointment, right: Appointment): boolean =>
  left.at < right.at || (left.at === right.at && left.id < right.id);

const toAppointment = ({ id, nextAt }: OrderCard): Appointment => ({ id, at: nextAt ?? Infinity });

/** One heap per rules edition: under another edition than the asked one, every order is due. */
export const createDueIndex = (): DueIndex => {
  const editions = new Map<string, IndexedHeap<OrderId, Appointment>>();

  const heapOf = (edition: string): IndexedHeap<OrderId, Appointment> => {
    const heap = editions.get(edition) ?? createIndexedHeap({ keyOf: ({ id }) => id, isBefore });
    editions.set(edition, heap);
    return heap;
  };

  return {
    set: (card) => heapOf(card.rulesEdition).set(toAppointment(card)),
    delete: ({ id, rulesEdition }) => {
      heapOf(rulesEdition).delete(id);
      if (heapOf(rulesEdition).size === 0) editions.delete(rulesEdition);
    },
    due: ({ now, rulesEdition, limit }) =>
      [...editions]
        .flatMap(([edition, heap]) => firstOf(heap, { limit, until: edition === rulesEdition ? now : Infinity }))
        .sort((left, right) => (isBefore(left, right) ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id),
    next: () => {
      const earliest = Math.min(...[...editions.values()].map((heap) => heap.first()?.at ?? Infinity));
      return earliest === Infinity ? undefined : earliest;
    },
  };
};

const firstOf = (
  heap: IndexedHeap<OrderId, Appointment>,
  { limit, until }: { readonly limit: number; readonly until: Instant },
): readonly Appointment[] => {
  const found: Appointment[] = [];
  for (const appointment of heap.ascending()) {
    if (found.length >= limit || appointment.at > until) break;
    found.push(appointment);
  }
  return found;
};
