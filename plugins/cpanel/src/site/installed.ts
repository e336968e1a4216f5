import { failure, type InstalledCertificate, type SiteId } from "@hostseal/core";
import { type CertificateFacts, readCertificate } from "@hostseal/pki";
import type { CpanelClient } from "../client.ts";
import { type InstalledHost, installedHosts } from "../wire.ts";

/** The virtual hosts that Apache is configured with a certificate for. */
export const listInstalled = async (client: CpanelClient): Promise<readonly InstalledHost[]> =>
  client.uapi("SSL::installed_hosts", installedHosts);

/** The certificate of one of them, or nothing. Failure: `host.malformed-answer` when it is none. */
export const certificateOf = (
  hosts: readonly InstalledHost[],
  site: SiteId,
  host: string,
): CertificateFacts | undefined => {
  const text = hosts.find(({ servername }) => servername === site)?.certificate_text;
  if (!text) return undefined;
  const read = readCertificate(text);
  if (read.kind === "certificate") return read.certificate;
  throw failure("host.malformed-answer", { host, because: `the certificate of ${site} cannot be read` });
};

/** The certificate that Apache is configured with for a site now, or nothing. */
export const installedOn = async (client: CpanelClient, site: SiteId): Promise<CertificateFacts | undefined> =>
  certificateOf(await listInstalled(client), site, client.host);

export const toInstalled = (facts: CertificateFacts | undefined): InstalledCertificate | undefined =>
  facts && { sha256: facts.sha256, notAfter: facts.notAfter };
