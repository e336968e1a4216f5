import type { IssuedCertificate, Order, WatchVerdict } from "@hostseal/core";
import { type Instant, toUnicodeName } from "@hostseal/rules";

/** Three facts that are never mixed up: issued, installed, and seen from outside. */
export type CertificateView = {
  readonly serial: string;
  readonly sha256: string;
  readonly names: readonly string[];
  readonly issuedAt: Instant;
  readonly until: Instant;
  readonly isInstalled: boolean;
  readonly seen?: { readonly at: Instant; readonly verdict: WatchVerdict };
};

/** The newest certificate: of the trip under way once it is issued, else the one that was proven. */
export const newestCertificate = ({ enrolment, certificate }: Order): IssuedCertificate | undefined =>
  enrolment !== undefined && "certificate" in enrolment.phase ? enrolment.phase.certificate : certificate;

const isInstalled = ({ enrolment, certificate }: Order, newest: IssuedCertificate): boolean =>
  newest.serial === certificate?.serial || enrolment?.phase.kind === "installed" || enrolment?.phase.kind === "proven";

export const toCertificateView = (order: Order): CertificateView | undefined => {
  const newest = newestCertificate(order);
  if (newest === undefined) return undefined;
  const { certificate: live } = order;
  return {
    serial: newest.serial,
    sha256: newest.sha256,
    names: newest.names.map(toUnicodeName),
    issuedAt: newest.notBefore,
    until: newest.notAfter,
    isInstalled: isInstalled(order, newest),
    ...(live?.serial === newest.serial && {
      seen: { at: Math.max(live.watch.at, live.provenAt), verdict: live.watch.verdict },
    }),
  };
};
