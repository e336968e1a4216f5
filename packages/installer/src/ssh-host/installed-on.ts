import type { InstalledCertificate } from "@hostseal/core";
import { readCertificate } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import type { WebServerConfig } from "../plan/index.ts";

/** The certificate that the configuration has for a name over TLS. */
export const installedOn = (config: WebServerConfig, name: DomainName): InstalledCertificate | undefined => {
  const read = readCertificate(config.certificateOf(name) ?? "");
  if (read.kind === "malformed") return undefined;
  return { sha256: read.certificate.sha256, notAfter: read.certificate.notAfter };
};
