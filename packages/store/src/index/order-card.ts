import type { Order, OrderQuery, Scope } from "@hostseal/core";
import { isRecord } from "../disk/decoded.ts";

/** What the store must know of an order without reading it. */
export type OrderCard = {
  readonly version: number;
  readonly id: Order["id"];
  readonly partner: Order["partner"];
  readonly customer: Order["customer"];
  readonly state: Order["state"]["kind"];
  readonly names: Order["names"];
  readonly nextAt: Order["next"]["at"];
  readonly rulesEdition: string;
  /** Number of the last journal entry. */
  readonly sequence: number;
  /** How many chapters the order knows of. */
  readonly chapters: number;
};

export const toCard = (order: Order, version: number): OrderCard => ({
  version,
  id: order.id,
  partner: order.partner,
  customer: order.customer,
  state: order.state.kind,
  names: [...order.names],
  nextAt: order.next.at,
  rulesEdition: order.next.rulesEdition,
  sequence: order.journal.sequence,
  chapters: order.journal.chapters,
});

const TEXTS = ["id", "partner", "customer", "state", "rulesEdition"] as const;
const COUNTS = ["version", "sequence", "chapters"] as const;

export const isCard = (value: unknown): value is OrderCard =>
  isRecord(value) &&
  TEXTS.every((field) => typeof value[field] === "string") &&
  COUNTS.every((field) => Number.isInteger(value[field])) &&
  (value["nextAt"] === null || typeof value["nextAt"] === "number") &&
  Array.isArray(value["names"]) &&
  value["names"].every((name) => typeof name === "string");

export const isInScope = (card: OrderCard, scope: Scope): boolean => {
  switch (scope.kind) {
    case "everything":
      return true;
    case "partner":
      return card.partner === scope.partner;
    case "customer":
      return card.partner === scope.partner && card.customer === scope.customer;
  }
};

/** Whether an order belongs to the answer, apart from paging. */
export const isWanted = (card: OrderCard, { scope, state, name }: OrderQuery): boolean =>
  isInScope(card, scope) &&
  (state === undefined || card.state === state) &&
  (name === undefined || card.names.some((held) => held === name));
