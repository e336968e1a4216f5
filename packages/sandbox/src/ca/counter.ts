import type { MethodChoice, Money, Product, RevocationReason } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { check } from "./acts/check.ts";
import { chooseMethod } from "./acts/choose-method.ts";
import type { Delivery } from "./acts/collect.ts";
import { collect, collectWrong } from "./acts/collect.ts";
import { cancel, revoke } from "./acts/end-order.ts";
import { offeredMailboxes } from "./acts/examine-names.ts";
import { ownOrder } from "./acts/own-order.ts";
import { place } from "./acts/place.ts";
import { reissue } from "./acts/reissue.ts";
import type { RenewalWindow } from "./acts/renewal-window.ts";
import { renewalWindow } from "./acts/renewal-window.ts";
import type { CertificateRequest, OrderRequest } from "./acts/requests.ts";
import { resend } from "./acts/resend.ts";
import { CATALOGUE } from "./catalogue.ts";
import type { Desk } from "./desk.ts";
import type { Change } from "./orders/order-book.ts";
import type { CaOrder } from "./orders/order.ts";
import type { Stage } from "./orders/stage.ts";
import { stageOf } from "./orders/stage.ts";

/** An order as it stands at a moment. */
export type OrderView = {
  readonly order: CaOrder;
  readonly stage: Stage;
  readonly charged: Money;
  readonly at: Instant;
};

/** Everything one partner can ask. Whatever a face offers, it does through this. Refusals are thrown as `Refusal`. */
export type Counter = {
  readonly products: () => readonly Product[];
  readonly balance: () => Money;
  readonly place: (request: OrderRequest) => Promise<OrderView>;
  readonly look: (ref: string) => OrderView;
  readonly find: (reference: string) => OrderView | undefined;
  readonly chooseMethod: (ref: string, name: string, choice: MethodChoice) => Promise<OrderView>;
  readonly check: (ref: string) => Promise<OrderView>;
  readonly collect: (ref: string, generation: number) => Delivery;
  readonly collectWrong: (ref: string, generation: number) => Promise<Delivery>;
  readonly reissue: (ref: string, request: CertificateRequest) => Promise<OrderView>;
  readonly revoke: (ref: string, reason: RevocationReason) => Promise<OrderView>;
  readonly cancel: (ref: string) => Promise<OrderView>;
  readonly mailboxes: (name: string) => readonly string[];
  readonly resend: (ref: string, name: string) => Promise<void>;
  readonly renewalWindow: (ref: string) => RenewalWindow | undefined;
  readonly changesAfter: (sequence: number) => readonly Change[];
};

export const createCounter = (desk: Desk, partner: string): Counter => {
  const view = (order: CaOrder): OrderView => {
    const at = desk.clock.now();
    return { order, stage: stageOf(order, at), charged: desk.ledger.charged(order.ref), at };
  };
  const at = (ref: string) => ({ partner, ref });

  return {
    products: () => CATALOGUE,
    balance: () => desk.ledger.balance(partner),
    place: async (request) => view(await place(desk, partner, request)),
    look: (ref) => view(ownOrder(desk, at(ref))),
    find(reference) {
      const order = desk.book.byReference(partner, reference);
      return order && view(order);
    },
    chooseMethod: async (ref, name, choice) => view(await chooseMethod(desk, at(ref), { name, choice })),
    check: async (ref) => view(await check(desk, at(ref))),
    collect: (ref, generation) => collect(desk, at(ref), generation),
    collectWrong: (ref, generation) => collectWrong(desk, at(ref), generation),
    reissue: async (ref, request) => view(await reissue(desk, at(ref), request)),
    revoke: async (ref, reason) => view(await revoke(desk, at(ref), reason)),
    cancel: async (ref) => view(await cancel(desk, at(ref))),
    mailboxes: (name) => offeredMailboxes(name, desk.clock.now()),
    resend: (ref, name) => resend(desk, at(ref), name),
    renewalWindow: (ref) => renewalWindow(ownOrder(desk, at(ref))),
    changesAfter: (sequence) => desk.book.changesAfter(partner, sequence),
  };
};
