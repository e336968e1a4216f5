import { covers } from "@hostseal/rules";
import type { DomainName } from "@hostseal/rules";
import { failure, isFailure } from "../../errors/failure.ts";
import { namesToLookAt, prove as proveNames } from "../../install/prove.ts";
import type { Installation, InstallationState, Installed, Issued, KeyPlace, Prepared } from "../../orders/enrolment.ts";
import type { OrderEvent } from "../../orders/event.ts";
import { evolve } from "../../orders/evolve.ts";
import type { Order } from "../../orders/order.ts";
import type { Host, InstallKey, InstallPlan } from "../../ports/host.ts";
import type { Context, Outcome, Performer } from "../performer.ts";
import { happened } from "../performer.ts";
import { needed } from "./needed.ts";

type Underway = Prepared & Issued & Installed;

const underway = (order: Order): Underway => {
  const phase = order.enrolment?.phase;
  return needed(phase?.kind === "issued" || phase?.kind === "installed" ? phase : undefined, "an issued certificate");
};

const stateOf = <Kind extends InstallationState["kind"]>({ state }: Installation, kind: Kind) =>
  needed(
    state.kind === kind ? (state as Extract<InstallationState, { kind: Kind }>) : undefined,
    `a site that is ${kind}`,
  );

const keyFor = async (key: KeyPlace, { world, order }: Context): Promise<InstallKey> => {
  if (key.kind === "host") return { kind: "kept", reference: key.reference };
  if (key.kind !== "vault")
    throw failure("archive.none", { order: order.id, because: "it is with the customer, who installs by hand" });
  const pem = await world.vault.open(key.ref);
  if (pem === undefined) throw failure("key.lost", { because: "the vault no longer holds it" });
  return { kind: "brought", pem };
};

const namesAt = async (
  host: Host,
  { site }: Installation,
  certificate: Issued["certificate"],
): Promise<readonly DomainName[]> => {
  const found = (await host.sites()).find(({ id }) => id === site);
  if (found === undefined) throw failure("host.site-unknown", { host: host.id, site });
  const covered = found.names.filter((name) => certificate.names.some((pattern) => covers(pattern, name)));
  if (covered.length > 0) return covered;
  throw failure("host.refused", { host: host.id, because: `no name of site ${site} is in the certificate` });
};

const applied = (installation: Installation, plan: InstallPlan, names: readonly DomainName[]): OrderEvent => ({
  kind: "install.applied",
  host: installation.host,
  site: installation.site,
  receipt: plan.receipt,
  names,
  endpoints: plan.endpoints,
  steps: plan.steps.map(({ summary }) => summary),
});

type Applying = {
  readonly host: Host;
  readonly installation: Installation;
  readonly plan: InstallPlan;
  readonly key: InstallKey;
};

/** Applies a plan; when that fails, what was there is put back at once, or later when the host does not answer. */
const applyOrUndo = async ({ host, installation, plan, key }: Applying): Promise<Outcome | undefined> => {
  try {
    await host.apply(plan, key);
    return undefined;
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    const because = thrown.message;
    const isUndone = await host.rollback(plan.receipt).then(
      () => true,
      (stuck: unknown) => !isFailure(stuck) && Promise.reject(stuck as Error),
    );
    const { host: id, site } = installation;
    return { events: isUndone ? [{ kind: "install.rolled-back", host: id, site, because }] : [], failure: thrown };
  }
};

/** Puts the certificate onto one site. What undoes it is written down before anything is touched. */
export const install: Performer<"install"> = async (context, { index }) => {
  const { certificate, installations, key } = underway(context.order);
  const installation = needed(installations[index], `installation ${index}`);
  const { site } = installation;
  const host = context.world.host(installation.host);
  const names = await namesAt(host, installation, certificate);
  const plan = await host.plan({ site, certificate: certificate.leaf, chain: certificate.chain });
  const installKey = await keyFor(key, context);
  await context.writeDown({ kind: "install.begun", host: host.id, site, receipt: plan.receipt });
  const failed = await applyOrUndo({ host, installation, plan, key: installKey });
  return failed ?? happened(applied(installation, plan, names));
};

/** Puts back what was there before an installation that was interrupted. */
export const undoInstallation: Performer<"undo-installation"> = async ({ world, order }, { index }) => {
  const installation = needed(underway(order).installations[index], `installation ${index}`);
  const { host, site } = installation;
  await world.host(host).rollback(stateOf(installation, "begun").receipt);
  return happened({ kind: "install.rolled-back", host, site, because: "it was interrupted" });
};

/** Puts back what was there before an installation whose trip is over. */
export const undoLeftBehind: Performer<"undo-left-behind"> = async ({ world }, { host, site, receipt }) => {
  await world.host(host).rollback(receipt);
  return happened({ kind: "install.rolled-back", host, site, because: "its enrolment is over" });
};

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
    events: [{ kind: "install.rolled-back", host, site, because }],
    failure: failure("install.not-proven", { name, because }),
  };
};

/** Tells the host that the certificate was seen and stays. */
export const commitInstallation: Performer<"commit-installation"> = async ({ world, order }, { index }) => {
  const installation = needed(underway(order).installations[index], `installation ${index}`);
  const { host, site } = installation;
  await world.host(host).commit(stateOf(installation, "seen").receipt);
  return happened({ kind: "install.committed", host, site });
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
