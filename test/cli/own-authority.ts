import { randomBytes } from "node:crypto";
import { makeKey, signCertificate } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";

/** A certificate in PEM with what belongs to it. */
export type Issued = { readonly certificate: string; readonly chain: string; readonly key: string };

export type OwnAuthority = {
  readonly root: string;
  /** From `from` on for 90 days, in milliseconds since 1970. */
  readonly issue: (name: string, from: number) => Promise<Issued>;
};

const SERIAL_BYTES = 16;
const YEARS = 3_000 * DAY;

const serial = (): string => `01${randomBytes(SERIAL_BYTES).toString("hex")}`;

/** An authority with one intermediate, as somebody has one who brings a certificate of their own. */
export const createOwnAuthority = async (now: number): Promise<OwnAuthority> => {
  const [rootKey, key] = [await makeKey("ec-p256"), await makeKey("ec-p256")];
  const long = { notBefore: now - YEARS, notAfter: now + YEARS };
  const name = { commonName: "Own Root" };
  const root = await signCertificate({
    ...long,
    serial: serial(),
    subject: name,
    issuer: { name, privateKey: rootKey },
    publicKey: rootKey.publicKeyPem,
    ca: {},
  });
  const chain = await signCertificate({
    ...long,
    serial: serial(),
    subject: { commonName: "Own Issuer" },
    issuer: { certificate: root, privateKey: rootKey },
    publicKey: key.publicKeyPem,
    ca: { pathLength: 0 },
  });
  const issue = async (site: string, from: number): Promise<Issued> => {
    const leaf = await makeKey("ec-p256");
    const certificate = await signCertificate({
      serial: serial(),
      notBefore: from,
      notAfter: from + 90 * DAY,
      subject: {},
      issuer: { certificate: chain, privateKey: key },
      publicKey: leaf.publicKeyPem,
      names: [site],
    });
    return { certificate, chain, key: leaf.pem.reveal() };
  };
  return { root, issue };
};
