import type { InstalledCertificate } from "@hostseal/core";
import { readCertificate } from "@hostseal/pki";
import { findServer, inFull, type NginxConfig } from "../plan/index.ts";

/** The certificate that the configuration has for a name over TLS. */
export const installedOn = (config: NginxConfig, name: string): InstalledCertificate | undefined => {
  const found = findServer(config, name);
  const path = found.kind === "found" && found.speaksTls ? found.server.pairs[0]?.certificate.value : undefined;
  const read = readCertificate(path === undefined ? "" : (config.facts.certificates.get(inFull(config, path)) ?? ""));
  if (read.kind === "malformed") return undefined;
  return { sha256: read.certificate.sha256, notAfter: read.certificate.notAfter };
};
