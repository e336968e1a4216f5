import { failure, type InstallKey, type InstallPlan, type InstallReceipt, type InstallRequest } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { CpanelClient } from "../client.ts";
import type { Installer } from "../installer.ts";
import type { Service } from "../settings.ts";
import { toInstalled } from "../site/installed.ts";
import { readWanted, requireCovered, requireMatch, toDetail } from "../wanted.ts";
import {
  createKeyMemory,
  type KeyMemory,
  listPresent,
  type Present,
  presentOn,
  putOnService,
} from "./service-material.ts";
import { type ServiceUndo, serviceUndoOf, toServiceReceipt } from "./service-receipt.ts";
import { listServices, portOf, serviceOf, toServiceSite } from "./service-sites.ts";

export type ServiceSettings = {
  readonly services: readonly Service[];
  /** Where the services answer: the host of the panel. */
  readonly address: string;
};

type Around = ServiceSettings & { readonly client: CpanelClient; readonly keys: KeyMemory };

const refused = (host: string, because: string): Error => failure("host.refused", { host, because });

const makePlan = async ({ client, services, address }: Around, request: InstallRequest): Promise<InstallPlan> => {
  const { site, certificate, chain } = request;
  const service = serviceOf(site, services, client.host);
  const wanted = readWanted(request, client.host);
  const [present, listed] = await Promise.all([presentOn(client, service), listServices(client, [service])]);
  requireCovered(
    listed.flatMap(({ names }) => names),
    wanted,
    client.host,
  );
  const before = present && {
    sha256: present.facts.sha256,
    certificate: present.facts.pem,
    bundle: present.cabundle ?? "",
  };
  const undo = { service, ours: wanted.sha256, ...(before && { before }) };
  const summary = `Install the certificate on the service ${service} of the server`;
  return {
    site,
    certificate,
    chain,
    steps: [
      { kind: "call", summary, detail: toDetail(present?.facts, wanted) },
      { kind: "reload", summary: `Restart the service ${service}` },
    ],
    receipt: toServiceReceipt(undo, site),
    endpoints: [{ address, port: portOf(service) }],
  };
};

const broughtKey = (key: InstallKey, host: string): Secret => {
  if (key.kind === "brought") return key.pem;
  throw refused(host, "a service takes no key of an account");
};

/** True when ours is there already. Failure: `host.plan-stale`, when somebody changed it since. */
const isThere = (present: Present | undefined, { ours, before }: ServiceUndo, host: string): boolean => {
  if (present?.facts.sha256 === ours) return true;
  if (present?.facts.sha256 !== before?.sha256) throw failure("host.plan-stale", { host });
  return false;
};

const requireOurs = async (client: CpanelClient, { service, ours }: ServiceUndo, because: string): Promise<void> => {
  const present = await presentOn(client, service);
  if (present?.facts.sha256 !== ours) throw refused(client.host, because);
};

const applyPlan = async ({ client, keys, services }: Around, plan: InstallPlan, given: InstallKey): Promise<void> => {
  const undo = serviceUndoOf(plan.receipt, client.host);
  const service = serviceOf(toServiceSite(undo.service), services, client.host);
  const key = broughtKey(given, client.host);
  requireMatch(plan.certificate, key, client.host);
  const present = await presentOn(client, service);
  if (isThere(present, undo, client.host)) return;
  keys.remember(present);
  await putOnService(client, service, { certificate: plan.certificate, key, bundle: plan.chain.join("\n") });
  await requireOurs(client, undo, "it says yes, and another certificate is installed");
};

const undoPlan = async ({ client, keys, services }: Around, receipt: InstallReceipt): Promise<void> => {
  const { service: name, before, ours } = serviceUndoOf(receipt, client.host);
  const service = serviceOf(toServiceSite(name), services, client.host);
  const listed = await listPresent(client);
  const present = listed.find((one) => one.service === service);
  if (present?.facts.sha256 !== ours || before?.sha256 === ours) return;
  if (!before) throw refused(client.host, "a service cannot be left without a certificate");
  const key = keys.find(before.sha256, listed);
  await putOnService(client, service, { certificate: before.certificate, key, bundle: before.bundle });
};

/** Certificates on services of the server. */
export const createServiceInstaller = (client: CpanelClient, settings: ServiceSettings): Installer => {
  const around: Around = { ...settings, client, keys: createKeyMemory(client.host) };
  return {
    installed: async (site) => {
      const present = await presentOn(client, serviceOf(site, settings.services, client.host));
      return toInstalled(present?.facts);
    },
    plan: async (request) => makePlan(around, request),
    apply: async (plan, key) => applyPlan(around, plan, key),
    commit: async (receipt) =>
      requireOurs(client, serviceUndoOf(receipt, client.host), "another certificate was installed since"),
    rollback: async (receipt) => undoPlan(around, receipt),
  };
};
