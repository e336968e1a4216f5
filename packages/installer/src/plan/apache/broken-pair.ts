import { readCertificate } from "@hostseal/pki";
import type { CertificatePair } from "../../apache/index.ts";
import { type ApacheSites, inFull } from "./apache-reading.ts";

const isBroken = (sites: ApacheSites, { certificate, key }: CertificatePair): boolean => {
  const path = inFull(sites, (key ?? certificate).value);
  const pem = sites.facts.certificates.get(inFull(sites, certificate.value));
  if (pem === undefined || !sites.server.publicKeys.has(path)) return false;
  const read = readCertificate(pem);
  return read.kind === "malformed" || read.certificate.publicKeySha256 !== sites.server.publicKeys.get(path);
};

/**
 * A pair of any site, as it lies on the disk now, that does not fit together: the server runs with what it has loaded
 * before, passes its own test, and goes down when it is reloaded. The pair that shall be replaced is none the better for
 * that, since it is what a rollback would come back to. Says what is wrong, or nothing.
 */
export const brokenPair = (sites: ApacheSites): string | undefined => {
  const hosts = sites.reading.view.hosts.filter(({ tls }) => tls.engine === "on");
  const pairs = hosts.flatMap(({ tls }) => tls.pairs);
  const broken = pairs.find((pair) => isBroken(sites, pair));
  if (!broken) return undefined;
  const [certificate, key] = [broken.certificate.value, (broken.key ?? broken.certificate).value];
  return `${certificate} and ${key} do not belong together any more, and a reload would take the server down; put that right first`;
};
