import { namesToLookAt, prove } from "@hostseal/core";
import type { Order } from "@hostseal/core";
import type { LocalWorld } from "../composition/create-world.ts";
import { provenCertificates } from "./telling/certificates.ts";
import type { Outcome } from "./telling/summary.ts";

/** What a draft must be that was stopped before money: blocked, and not charged. */
const complaintOfDraft = ({ charges, preflight }: Order): string | undefined => {
  if (charges.length > 0) return "it was charged although it was stopped";
  const isBlocked = preflight?.findings.some(({ weight }) => weight === "blocks") ?? false;
  return isBlocked ? undefined : "it was neither stopped nor ordered";
};

/** Shakes hands with the sites of an order, now. */
const complaintOfSites = async ({ certificate }: Order, { probe }: LocalWorld): Promise<string | undefined> => {
  if (certificate === undefined) return "no certificate of it was proven";
  const proof = await prove({ names: namesToLookAt(certificate.names), sha256: certificate.sha256 }, probe);
  return proof.kind === "proven" ? undefined : `${proof.name}: ${proof.because}`;
};

const complaintOf = async (order: Order, world: LocalWorld): Promise<string | undefined> => {
  if (order.state.kind === "draft") return complaintOfDraft(order);
  if (order.renewedBy !== undefined || order.state.kind === "ended") return undefined;
  if (order.charges.length !== 1) return `it was charged ${order.charges.length} times`;
  return complaintOfSites(order, world);
};

/** How every order came out, judged by a TLS handshake at this moment and not by what was written down. */
export const lookAtOutcomes = async (world: LocalWorld): Promise<readonly Outcome[]> => {
  const { orders } = await world.store.query({ scope: { kind: "everything" }, limit: 1000 });
  const judged = await Promise.all(
    orders.map(async (order) => ({
      order,
      certificates: await provenCertificates(world.store, order),
      complaint: await complaintOf(order, world),
    })),
  );
  return judged.toSorted((left, right) => left.order.createdAt - right.order.createdAt);
};
