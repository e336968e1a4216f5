import { type CertificateFacts, readCertificate } from "@hostseal/pki";

/** The roots that may have signed one of these certificates, or are one. */
export type RootIndex = (served: readonly CertificateFacts[]) => readonly string[];

const bySubject = (roots: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const facts = roots.map(readCertificate).flatMap((read) => (read.kind === "certificate" ? [read.certificate] : []));
  const groups = Map.groupBy(facts, ({ subject }) => subject);
  return new Map([...groups].map(([subject, group]) => [subject, group.map(({ pem }) => pem)]));
};

/**
 * Finds roots by the name that a certificate gives its issuer, so that a look does not read all the roots of a platform
 * again, which takes longer than the handshake. The roots are read with the first look.
 */
export const createRootIndex = (roots: readonly string[]): RootIndex => {
  let index: ReturnType<typeof bySubject> | undefined;
  return (served) => {
    index ??= bySubject(roots);
    const issuers = new Set(served.map(({ issuer }) => issuer));
    return [...issuers].flatMap((issuer) => index?.get(issuer) ?? []);
  };
};
