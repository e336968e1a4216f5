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
    case "leaving":
    case "customer":
      return "it is with the customer alone: their own, or handed over before, which happens once";
    case "destroyed":
    case "vault":
      return "it was destroyed when the sites had it";
  }
};

/**
 * Gives the private key away, once, by `deliver`: it must resolve only when the receiver durably has it. The receipt is
 * in the journal before that, so that nobody gets the key a second time; when `deliver` resolves, ours is destroyed.
 * Fails with `archive.none` and the reason; when `deliver` fails, the key is lost and a reissue makes a fresh one.
 */
export const handOverKey = async (
  world: World,
  id: OrderId,
  { caller, deliver }: { readonly caller: Caller; readonly deliver: (handedOver: HandedOver) => Promise<void> },
): Promise<void> => {
  const open = await openOrder(world.store, id, caller.scope);
  const held = holding(open.order);
  if (open.order.wishes.installations.length > 0)
    throw failure("archive.none", { order: id, because: "it goes onto its sites and is destroyed here" });
  const key = held?.key.kind === "vault" ? await world.vault.open(held.key.ref) : undefined;
  if (held?.key.kind !== "vault" || key === undefined)
    throw failure("archive.none", { order: id, because: whyNot(held) });
  const { enrolment, certificate } = held;
  const at = world.clock.now();
  const handedOver = { kind: "key.handed-over", enrolment, ref: held.key.ref } as const;
  const next = evolve(open.order, { at, by: caller.by, event: handedOver });
  const order = await open.save({ ...next, next: { ...next.next, at } });
  await deliver({ key, certificate });
  await world.vault.destroy(held.key.ref);
  await open.save(
    evolve(order, { at: world.clock.now(), by: "hostseal", event: { kind: "key.destroyed", enrolment } }),
  );
};
