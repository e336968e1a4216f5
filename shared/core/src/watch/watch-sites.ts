import type { OrderId } from "../identifiers.ts";
import { namesToLookAt, prove } from "../install/prove.ts";
import type { WatchVerdict } from "../orders/order.ts";
import { evolve } from "../orders/evolve.ts";
import { openOrder } from "../advance/open-order.ts";
import type { World } from "../advance/world.ts";

const sameVerdict = (left: WatchVerdict, right: WatchVerdict): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/**
 * Looks from outside whether the sites of an order still serve its certificate: a watch that does not depend on the
 * job that installed it. Only a verdict that differs from the last one is written down.
 */
export const watchSites = async (world: World, id: OrderId): Promise<WatchVerdict | undefined> => {
  const open = await openOrder(world.store, id, { kind: "everything" });
  const { certificate, enrolment, renewedBy, state } = open.order;
  if (certificate === undefined || state.kind !== "active") return undefined;
  if (enrolment !== undefined || renewedBy !== undefined) return undefined;
  const names = namesToLookAt(certificate.names);
  const proof = await prove({ names, sha256: certificate.sha256 }, world.probe);
  const verdict = toVerdict(proof);
  if (!sameVerdict(certificate.watch.verdict, verdict))
    await open.save(
      evolve(open.order, { at: world.clock.now(), by: "hostseal", event: { kind: "site.observed", verdict } }),
    );
  return verdict;
};

const toVerdict = (proof: Awaited<ReturnType<typeof prove>>): WatchVerdict => {
  if (proof.kind === "proven") return { kind: "served" };
  const { name, because, sha256 } = proof;
  return sha256 === undefined ? { kind: "not-reachable", name, because } : { kind: "other-certificate", name, sha256 };
};
