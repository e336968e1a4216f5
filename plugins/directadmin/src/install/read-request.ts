import { failure, type InstallRequest } from "@hostseal/core";
import { type CertificateFacts, readCertificate } from "@hostseal/pki";

const read = (pem: string, what: string, host: string): CertificateFacts => {
  const certificate = readCertificate(pem);
  if (certificate.kind === "certificate") return certificate.certificate;
  throw failure("host.refused", { host, because: `${what} cannot be read` });
};

/** Leaf and chain of a request, armoured alike. Failure: `host.refused` when one of them is no certificate. */
export const readRequest = ({ certificate, chain }: Pick<InstallRequest, "certificate" | "chain">, host: string) => ({
  leaf: read(certificate, "the certificate", host),
  chain: chain.map((pem) => read(pem, "a certificate of the chain", host).pem),
});
