import { failure, type InstalledCertificate, type SiteId } from "@hostseal/core";
import { type CertificateFacts, readCertificate } from "@hostseal/pki";
import type { CpanelClient } from "../client.ts";
import { installedHosts } from "../wire.ts";

/** The certificate that Apache is configured with for a site, or nothing. */
export const installedOn = async (client: CpanelClient, site: SiteId): Promise<CertificateFacts | undefined> => {
  const hosts = await client.uapi("SSL::installed_hosts", installedHosts);
  const text = hosts.find(({ servername }) => servername === site)?.certificate_text;
  if (!text) return undefined;
  const read = readCertificate(text);
  if (read.kind === "certificate") return read.certificate;
  throw failure("host.malformed-answer", { host: client.host, because: `the certificate of ${site} cannot be read` });
};

export const toInstalled = (facts: CertificateFacts | undefined): InstalledCertificate | undefined =>
  facts && { sha256: facts.sha256, notAfter: facts.notAfter };
