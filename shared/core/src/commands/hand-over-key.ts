import type { Secret } from "@hostseal/pki";
import type { World } from "../advance/world.ts";
import { openOrder } from "../advance/open-order.ts";
import { failure } from "../errors/failure.ts";
import type { OrderId } from "../identifiers.ts";
import type { IssuedCertificate, KeyPlace } from "../orders/enrolment.ts";
import { evolve } from "../orders/evolve.ts";
import type { Order } from "../orders/order.ts";
import type { Caller } from "./run-command.ts";

export type HandedOver = { readonly key: Secret; readonly certificate: IssuedCertificate };

type Holding = { readonly enrolment: number; readonly key: KeyPlace; readonly certificate: IssuedCertificate };

/** The newest certificate with its key: of the trip under way if it is issued, else the proven one. */
const holding = ({ enrolment, certificate }: Order): Holding | undefined => {
  if (enrolment !== undefined && "certificate" in enrolment.phase)
    return { enrolment: enrolment.number, key: enrolment.phase.key, certificate: enrolment.phase.certificate };
  return certificate && { enrolment: certificate.enrolment, key: certificate.key, certificate };
};

const whyNot = (held: Holding | undefined): string => {
  switch (held?.key.kind) {
    case undefined:
      return "no certificate is issued yet";
    case "host":
      return "it was made on the host and never leaves it";
    case "customer":
      return "it is with the customer alone: their own, or handed over before, which happens once";
    case "destroyed":
    case "vault":
      return "it was destroyed when the sites had it";
  }
};

/**
 * Gives the private key away, once. The receipt is in the journal before the key is given, and nothing is kept.
 * Fails with `archive.none` and the reason.
 */
export const handOverKey = async (world: World, id: OrderId, caller: Caller): Promise<HandedOver> => {
  const open = await openOrder(world.store, id, caller.scope);
  const held = holding(open.order);
  const key = held?.key.kind === "vault" ? await world.vault.open(held.key.ref) : undefined;
  if (held?.key.kind !== "vault" || key === undefined)
    throw failure("archive.none", { order: id, because: whyNot(held) });
  const event = { kind: "key.handed-over", enrolment: held.enrolment } as const;
  await open.save(evolve(open.order, { at: world.clock.now(), by: caller.by, event }));
  await world.vault.destroy(held.key.ref);
  return { key, certificate: held.certificate };
};
