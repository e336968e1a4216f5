import type { X509Certificate } from "node:crypto";
import type { TLSSocket } from "node:tls";

/** More than any chain in use; a server may send any number, and they may name each other in a ring. */
const MOST_CERTIFICATES = 16;

/**
 * The certificates a server sent, as DER, the leaf first; each further one is the issuer of the one before, in whatever
 * order they were sent. What does not belong to the chain is left out. Empty when there was none.
 */
export const servedCertificates = (socket: TLSSocket): readonly Uint8Array[] => {
  const served = new Map<string, Uint8Array>();
  let next: X509Certificate | undefined = socket.getPeerX509Certificate();
  while (next && !served.has(next.fingerprint256) && served.size < MOST_CERTIFICATES) {
    served.set(next.fingerprint256, next.raw);
    next = next.issuerCertificate;
  }
  return [...served.values()];
};
