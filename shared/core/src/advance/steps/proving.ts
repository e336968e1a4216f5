import { failure } from "../../errors/failure.ts";
import { namesToLookAt, prove as proveNames } from "../../install/prove.ts";
import { evolve } from "../../orders/evolve.ts";
import type { Context, Performer } from "../performer.ts";
import { happened } from "../performer.ts";
import { needed } from "./needed.ts";
import { rolledBack, stateOf, underway } from "./underway.ts";

/** Looks at the site from outside; puts the old certificate back when the new one is not seen. */
export const prove: Performer<"prove"> = async ({ world, order }, { index }) => {
  const { certificate, installations } = underway(order);
  const installation = needed(installations[index], `installation ${index}`);
  const { host, site } = installation;
  const { names, endpoints, receipt } = stateOf(installation, "applied");
  const proof = await proveNames({ names, sha256: certificate.sha256, endpoints }, world.probe);
  if (proof.kind === "proven") return happened({ kind: "install.seen", host, site, at: proof.endpoints });
  await world.host(host).rollback(receipt);
  const { name, because } = proof;
  return {
    events: [rolledBack({ ...installation, receipt }, because)],
    failure: failure("install.not-proven", { name, because }),
  };
};

/** The renewed order of the same customer learns that this one has taken over, and stops reissuing. */
const takeOver = async ({ world, order, now }: Context): Promise<void> => {
  const { renews, partner, customer } = order;
  const stored = renews && (await world.store.get(renews, { kind: "customer", partner, customer }));
  if (stored === undefined || stored.order.renewedBy !== undefined) return;
  const event = { kind: "order.renewed", by: order.id } as const;
  await world.store.put(evolve(stored.order, { at: now, by: "hostseal", event }), stored.version);
};

/** Every site serves the certificate: the trip has reached its aim. */
export const conclude: Performer<"conclude"> = async (context) => {
  await takeOver(context);
  return happened({ kind: "certificate.proven", serial: underway(context.order).certificate.serial });
};

/** Looks whether a person has installed the certificate. */
export const lookForInstallation: Performer<"look-for-installation"> = async (context) => {
  const { world, order } = context;
  const { certificate } = underway(order);
  const names = namesToLookAt(certificate.names);
  const proof = await proveNames({ names, sha256: certificate.sha256 }, world.probe);
  if (proof.kind === "not-proven") return happened({ kind: "install.not-seen", found: proof.because });
  return conclude(context, { kind: "conclude" });
};
