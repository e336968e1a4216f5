import type { Clock, Random } from "@hostseal/core";
import type { PrivateKey } from "@hostseal/pki";
import { makeKey, signCertificate } from "@hostseal/pki";
import type { Instant } from "@hostseal/rules";
import { DAY } from "@hostseal/rules";
import { makeSerial } from "./make-serial.ts";

/** A signing certificate with its key. */
export type Signer = { readonly certificate: string; readonly privateKey: PrivateKey };

/**
 * The authority's own certificates. The issuing one is signed by the young root; the old root has cross-signed the young
 * one, so that a client that trusts either finds a way. The bundle a partner gets is the issuing and the cross certificate.
 */
export type Hierarchy = {
  readonly issuing: Signer;
  /** PEM, as a partner gets it beside the leaf, in order. */
  readonly bundle: readonly string[];
  /** PEM of the self-signed roots, the young one first. */
  readonly roots: readonly string[];
};

const YEAR = 365 * DAY;
const organisation = { name: "Hostseal Sandbox", country: "GB" };
const YOUNG_ROOT = { organisation, commonName: "Hostseal Sandbox Root R2" };
const OLD_ROOT = { organisation, commonName: "Hostseal Sandbox Root R1" };
const ISSUING = { organisation, commonName: "Hostseal Sandbox TLS Issuing CA 1" };

type Founding = { readonly random: Random; readonly since: Instant; readonly until: Instant };

const rootOf = async (name: typeof YOUNG_ROOT, { random, since, until }: Founding): Promise<Signer> => {
  const privateKey = await makeKey("ec-p384");
  const certificate = await signCertificate({
    subject: name,
    issuer: { privateKey, name },
    publicKey: privateKey.publicKeyPem,
    serial: makeSerial(random),
    notBefore: since,
    notAfter: until,
    ca: {},
  });
  return { certificate, privateKey };
};

const signedBy = (
  issuer: Signer,
  subject: typeof YOUNG_ROOT,
  {
    publicKey,
    pathLength,
    random,
    since,
    until,
  }: Founding & { readonly publicKey: string; readonly pathLength: number },
): Promise<string> =>
  signCertificate({
    subject,
    issuer,
    publicKey,
    serial: makeSerial(random),
    notBefore: since,
    notAfter: until,
    ca: { pathLength },
  });

/** Founds the authority: makes two roots, an issuing certificate and the cross certificate, valid from yesterday on. */
export const createHierarchy = async ({
  clock,
  random,
}: {
  readonly clock: Clock;
  readonly random: Random;
}): Promise<Hierarchy> => {
  const since = clock.now() - DAY;
  const founding = { random, since, until: since + 25 * YEAR };
  const [young, old, privateKey] = await Promise.all([
    rootOf(YOUNG_ROOT, founding),
    rootOf(OLD_ROOT, founding),
    makeKey("ec-p256"),
  ]);
  const term = { random, since, until: since + 15 * YEAR };
  const certificate = await signedBy(young, ISSUING, { ...term, publicKey: privateKey.publicKeyPem, pathLength: 0 });
  const cross = await signedBy(old, YOUNG_ROOT, { ...term, publicKey: young.privateKey.publicKeyPem, pathLength: 1 });
  return {
    issuing: { certificate, privateKey },
    bundle: [certificate, cross],
    roots: [young.certificate, old.certificate],
  };
};
