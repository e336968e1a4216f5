import type { RevocationReason } from "@hostseal/core";
import { revocationReasonsOffered } from "@hostseal/rules";
import type { Desk } from "../desk.ts";
import type { CaOrder } from "../orders/order.ts";
import { certificatesOf } from "../orders/order.ts";
import { refuse } from "../refusal.ts";
import type { Address } from "./own-order.ts";
import { assertOpen, inTurn } from "./own-order.ts";

/** Withdraws an order before anything was issued, and gives the money back. Once more is success. */
export const cancel = (desk: Desk, address: Address): Promise<CaOrder> =>
  inTurn(desk, address, (order) => {
    if (order.ending?.kind === "cancelled") return order;
    assertOpen(desk, order);
    if (order.licence) throw refuse("already-issued", "there is no refund once a certificate was issued");
    const at = desk.clock.now();
    desk.ledger.refund(order.ref, at);
    return { ...order, ending: { kind: "cancelled", at } };
  });

const revoked = (desk: Desk, order: CaOrder, reason: RevocationReason): CaOrder => {
  if (reason === "keyCompromise") {
    for (const { csr } of order.generations) desk.compromisedKeys.add(csr.publicKeySha256);
  }
  return { ...order, ending: { kind: "revoked", at: desk.clock.now(), reason } };
};

/**
 * Revokes every certificate of the order. Nothing can be issued under it afterwards; a compromised key never again
 * anywhere (BR §6.1.1.3). Once more is success.
 * @throws Refusal `reason-refused` for a reason subscribers may not give (BR §7.2.2).
 */
export const revoke = (desk: Desk, address: Address, reason: RevocationReason): Promise<CaOrder> =>
  inTurn(desk, address, (order) => {
    if (!revocationReasonsOffered().some(({ name }) => name === reason)) throw refuse("reason-refused", reason);
    if (order.ending?.kind === "revoked") return order;
    assertOpen(desk, order);
    if (certificatesOf(order).length === 0) throw refuse("not-issued", "there is no certificate to revoke");
    return revoked(desk, order, reason);
  });

/** The authority ends an order that it will not issue, with the money back. */
export const reject = (desk: Desk, address: Address, evidence: string): Promise<CaOrder> =>
  inTurn(desk, address, (order) => {
    assertOpen(desk, order);
    const at = desk.clock.now();
    if (!order.licence) desk.ledger.refund(order.ref, at);
    return { ...order, ending: { kind: "rejected", at, evidence } };
  });
