import { failure, type InstallKey, type InstallPlan, type InstallRequest } from "@hostseal/core";
import { type CertificateFacts, readCertificate, type Secret } from "@hostseal/pki";
import type { CpanelClient } from "../client.ts";
import type { Installer } from "../installer.ts";
import type { Service } from "../settings.ts";
import { toInstalled } from "../site/installed.ts";
import { readWanted, requireCovered, requireMatch, toDetail } from "../wanted.ts";
import { nothing, type ServiceCertificate, serviceCertificates } from "../wire.ts";
import { type ServiceUndo, serviceUndoOf, toServiceReceipt } from "./service-receipt.ts";
import { DAEMONS, listServices, portOf, serviceOf, toServiceSite } from "./service-sites.ts";

export type ServiceSettings = {
  readonly services: readonly Service[];
  /** Where the services answer: the host of the panel. */
  readonly address: string;
};

type Present = ServiceCertificate & { readonly facts: CertificateFacts };
type Material = { readonly certificate: string; readonly key: Secret; readonly bundle: string };

const toPresent = (component: ServiceCertificate): readonly Present[] => {
  const read = readCertificate(component.certificate);
  return read.kind === "certificate" ? [{ ...component, facts: read.certificate }] : [];
};

/** Every service with its certificate. Keys come along unasked; they stay wrapped and are let fall. */
const listPresent = async (client: CpanelClient): Promise<readonly Present[]> =>
  (await client.whm("fetch_service_ssl_components", serviceCertificates)).services.flatMap(toPresent);

const presentOn = async (client: CpanelClient, service: string): Promise<Present | undefined> =>
  (await listPresent(client)).find((one) => one.service === service);

const put = async (client: CpanelClient, service: Service, { certificate, key, bundle }: Material): Promise<void> => {
  const fields = { service, crt: certificate, key, ...(bundle && { cabundle: bundle }) };
  await client.whm("install_service_ssl_certificate", nothing, fields);
  await client.whm("restartservice", nothing, { service: DAEMONS[service], queue_task: "1" });
};

const toPlan = (request: InstallRequest, undo: ServiceUndo, detail: string) => ({
  site: request.site,
  certificate: request.certificate,
  chain: request.chain,
  steps: [
    { kind: "call" as const, summary: `Install the certificate on the service ${undo.service} of the server`, detail },
    { kind: "reload" as const, summary: `Restart the service ${undo.service}` },
  ],
  receipt: toServiceReceipt(undo, request.site),
});

const broughtKey = (key: InstallKey, host: string): Secret => {
  if (key.kind === "brought") return key.pem;
  throw failure("host.refused", { host, because: "a service takes no key of an account" });
};

/** Failures: `host.plan-stale`, when somebody changed it since; true when ours is there already. */
const isThere = (present: Present | undefined, { ours, before }: ServiceUndo, host: string): boolean => {
  if (present?.facts.sha256 === ours) return true;
  if (present?.facts.sha256 !== before?.sha256) throw failure("host.plan-stale", { host });
  return false;
};

/**
 * Certificates on services of the server. The panel keeps the key of a replaced one nowhere, so that it is remembered
 * until the end of the process; after that it is looked for on the other services, which often share one.
 */
export const createServiceInstaller = (client: CpanelClient, { services, address }: ServiceSettings): Installer => {
  const { host } = client;
  const replaced = new Map<string, Secret>();
  const ofUndo = ({ service }: ServiceUndo): Service => serviceOf(toServiceSite(service), services, host);

  const keyBefore = (certificates: readonly Present[], sha256: string): Secret => {
    const key = replaced.get(sha256) ?? certificates.find(({ facts }) => facts.sha256 === sha256)?.key;
    if (key) return key;
    const because = "the key of the certificate before is no longer kept (whmapi1 reset_service_ssl_certificate)";
    throw failure("host.refused", { host, because });
  };

  const apply = async (plan: InstallPlan, given: InstallKey): Promise<void> => {
    const undo = serviceUndoOf(plan.receipt, host);
    const key = broughtKey(given, host);
    requireMatch(plan.certificate, key, host);
    const present = await presentOn(client, undo.service);
    if (isThere(present, undo, host)) return;
    if (present?.key) replaced.set(present.facts.sha256, present.key);
    await put(client, ofUndo(undo), { certificate: plan.certificate, key, bundle: plan.chain.join("\n") });
    const after = await presentOn(client, undo.service);
    if (after?.facts.sha256 !== undo.ours)
      throw failure("host.refused", { host, because: "it says yes, and another certificate is installed" });
  };

  return {
    installed: async (site) => toInstalled((await presentOn(client, serviceOf(site, services, host)))?.facts),
    plan: async (request) => {
      const service = serviceOf(request.site, services, host);
      const wanted = readWanted(request, host);
      const [present, [site]] = await Promise.all([presentOn(client, service), listServices(client, [service])]);
      requireCovered(site?.names ?? [], wanted, host);
      const before = present && {
        sha256: present.facts.sha256,
        certificate: present.facts.pem,
        bundle: present.cabundle ?? "",
      };
      const undo = { service, ours: wanted.sha256, ...(before && { before }) };
      const endpoints = [{ address, port: portOf(service) }];
      return { ...toPlan(request, undo, toDetail(present?.facts, wanted)), endpoints };
    },
    apply,
    commit: async (receipt) => {
      const { service, ours } = serviceUndoOf(receipt, host);
      const present = await presentOn(client, service);
      if (present?.facts.sha256 !== ours)
        throw failure("host.refused", { host, because: "another certificate was installed since" });
    },
    rollback: async (receipt) => {
      const undo = serviceUndoOf(receipt, host);
      const certificates = await listPresent(client);
      const present = certificates.find(({ service }) => service === undo.service);
      const { before, ours } = undo;
      if (present?.facts.sha256 !== ours || before?.sha256 === ours) return;
      if (!before) throw failure("host.refused", { host, because: "a service cannot be left without a certificate" });
      const key = keyBefore(certificates, before.sha256);
      await put(client, ofUndo(undo), { certificate: before.certificate, key, bundle: before.bundle });
    },
  };
};
