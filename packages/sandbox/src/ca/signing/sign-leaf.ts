import type { Organisation, Random } from "@hostseal/core";
import type { DistinguishedName } from "@hostseal/pki";
import { signCertificate } from "@hostseal/pki";
import type { Instant, Level } from "@hostseal/rules";
import { POLICY_OIDS, SECOND, latestNotAfter, practisedValidity } from "@hostseal/rules";
import type { CaCertificate, CaOrder, Generation } from "../orders/order.ts";
import type { Hierarchy } from "./create-hierarchy.ts";
import { makeSerial } from "./make-serial.ts";

const LONGEST_COMMON_NAME = 64;

const organisationSubject = (
  { name, country, region, city, registrationNumber }: Organisation,
  level: Level,
): DistinguishedName => ({
  organisation: { name, country, region, city },
  ...(level === "ev" && {
    extended: {
      businessCategory: "Private Organization",
      jurisdictionCountry: country,
      registrationNumber: registrationNumber ?? "none",
    },
  }),
});

/** Only verified values enter: nothing of the request's own subject does (BR §7.1.2.7). */
const subjectOf = ({ product, organisation }: CaOrder, { names }: Generation): DistinguishedName => {
  const commonName = names.find((name) => name.length <= LONGEST_COMMON_NAME);
  return {
    ...(commonName !== undefined && { commonName }),
    ...(organisation && product.level !== "dv" && organisationSubject(organisation, product.level)),
  };
};

/** Whole seconds: certificates know no finer time. */
const toSecond = (instant: Instant): Instant => instant - (instant % SECOND);

export type Signing = {
  readonly hierarchy: Hierarchy;
  readonly random: Random;
  readonly order: CaOrder;
  readonly generation: Generation;
  readonly now: Instant;
  /** The licence ends here, and no certificate outlives it. */
  readonly licenceEnd: Instant;
  /** Another key than the requested one; for an authority that errs. */
  readonly publicKeyPem?: string;
};

/** Signs the certificate of a generation: today's practised lifetime, bounded by the licence. */
export const signLeaf = async (signing: Signing): Promise<CaCertificate> => {
  const { hierarchy, random, order, generation, licenceEnd } = signing;
  const notBefore = toSecond(signing.now);
  const { days } = practisedValidity({ brand: order.product.brand, at: notBefore });
  const notAfter = Math.min(latestNotAfter(notBefore, days), toSecond(licenceEnd));
  const serial = makeSerial(random);
  const pem = await signCertificate({
    subject: subjectOf(order, generation),
    issuer: hierarchy.issuing,
    publicKey: signing.publicKeyPem ?? generation.csr.publicKeyPem,
    serial,
    notBefore,
    notAfter,
    names: generation.names,
    policyOids: [POLICY_OIDS[order.product.level]],
  });
  return { pem, serial, notBefore, notAfter };
};
