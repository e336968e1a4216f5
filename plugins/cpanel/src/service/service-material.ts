import { failure } from "@hostseal/core";
import { type CertificateFacts, readCertificate, type Secret } from "@hostseal/pki";
import type { CpanelClient } from "../client.ts";
import type { Service } from "../settings.ts";
import { nothing, type ServiceCertificate, serviceCertificates } from "../wire.ts";
import { DAEMONS } from "./service-sites.ts";

/** A service with what it shows. */
export type Present = ServiceCertificate & { readonly facts: CertificateFacts };

const toPresent = (component: ServiceCertificate): readonly Present[] => {
  const read = readCertificate(component.certificate);
  return read.kind === "certificate" ? [{ ...component, facts: read.certificate }] : [];
};

/** Every service with its certificate. Keys come along unasked; they stay wrapped and are let fall. */
export const listPresent = async (client: CpanelClient): Promise<readonly Present[]> =>
  (await client.whm("fetch_service_ssl_components", serviceCertificates)).services.flatMap(toPresent);

export const presentOn = async (client: CpanelClient, service: string): Promise<Present | undefined> =>
  (await listPresent(client)).find((one) => one.service === service);

export type Material = { readonly certificate: string; readonly key: Secret; readonly bundle: string };

/** Installs, and has the service restarted once the answer is out: the panel itself may be the service. */
export const putOnService = async (
  client: CpanelClient,
  service: Service,
  { certificate, key, bundle }: Material,
): Promise<void> => {
  const fields = { service, crt: certificate, key, ...(bundle && { cabundle: bundle }) };
  await client.whm("install_service_ssl_certificate", nothing, fields);
  await client.whm("restartservice", nothing, { service: DAEMONS[service], queue_task: "1" });
};

/**
 * Keys of certificates that were replaced. The panel keeps them nowhere, so that they are remembered until the end of the
 * process; after that they are looked for on the other services, which often share one.
 */
export type KeyMemory = {
  remember(present: Present | undefined): void;
  /** Failure: `host.refused`, with what is left to do. */
  find(sha256: string, services: readonly Present[]): Secret;
};

export const createKeyMemory = (host: string): KeyMemory => {
  const replaced = new Map<string, Secret>();
  return {
    remember: (present) => void (present?.key && replaced.set(present.facts.sha256, present.key)),
    find: (sha256, services) => {
      const key = replaced.get(sha256) ?? services.find(({ facts }) => facts.sha256 === sha256)?.key;
      if (key) return key;
      const because = "the key of the certificate before is no longer kept (whmapi1 reset_service_ssl_certificate)";
      throw failure("host.refused", { host, because });
    },
  };
};
