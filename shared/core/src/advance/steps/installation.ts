import { covers } from "@hostseal/rules";
import type { DomainName } from "@hostseal/rules";
import { failure, isFailure } from "../../errors/failure.ts";
import type { Installation, Issued, KeyPlace } from "../../orders/enrolment.ts";
import type { OrderEvent } from "../../orders/event.ts";
import type { Host, InstallKey, InstallPlan, InstallReceipt } from "../../ports/host.ts";
import type { Context, Outcome, Performer } from "../performer.ts";
import { happened } from "../performer.ts";
import { needed } from "./needed.ts";
import { rolledBack, stateOf, underway } from "./underway.ts";

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

/** Whether the host has put everything back; not, when it does not answer. */
const isRolledBack = async (host: Host, receipt: InstallReceipt): Promise<boolean> => {
  try {
    await host.rollback(receipt);
    return true;
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    return false;
  }
};

/** Applies a plan; when that fails, what was there is put back at once, or later when the host does not answer. */
const applyOrUndo = async ({ host, installation, plan, key }: Applying): Promise<Outcome | undefined> => {
  try {
    await host.apply(plan, key);
    return undefined;
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    const isUndone = await isRolledBack(host, plan.receipt);
    const undone = rolledBack({ ...installation, receipt: plan.receipt }, thrown.message);
    return { events: isUndone ? [undone] : [], failure: thrown };
  }
};

/** Puts back what older installations on this site left behind, so that none of them is put back over this one. */
const undoOlder = async (context: Context, { host, site }: Installation): Promise<void> => {
  for (const older of context.order.undo.filter((one) => one.host === host && one.site === site)) {
    await context.world.host(host).rollback(older.receipt);
    await context.writeDown(rolledBack(older, "a newer installation takes its place"));
  }
};

/** Puts the certificate onto one site. What undoes it is written down before anything is touched. */
export const install: Performer<"install"> = async (context, { index }) => {
  const { certificate, installations, key } = underway(context.order);
  const installation = needed(installations[index], `installation ${index}`);
  const { site } = installation;
  const host = context.world.host(installation.host);
  await undoOlder(context, installation);
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
  const { receipt } = stateOf(installation, "begun");
  await world.host(installation.host).rollback(receipt);
  return happened(rolledBack({ ...installation, receipt }, "it was interrupted"));
};

/** Puts back what was there before an installation whose trip is over. */
export const undoLeftBehind: Performer<"undo-left-behind"> = async ({ world }, { kind: _step, ...undo }) => {
  await world.host(undo.host).rollback(undo.receipt);
  return happened(rolledBack(undo, "its enrolment is over"));
};

/** Tells the host that the certificate was seen and stays. */
export const commitInstallation: Performer<"commit-installation"> = async ({ world, order }, { index }) => {
  const installation = needed(underway(order).installations[index], `installation ${index}`);
  const { host, site } = installation;
  await world.host(host).commit(stateOf(installation, "seen").receipt);
  return happened({ kind: "install.committed", host, site });
};
