import { type CertificateWish, makeKey, type PrivateKey, signCertificate } from "@hostseal/pki";
import { NOON } from "./probe-of.ts";

export type Holder = { readonly key: PrivateKey; readonly certificate: string };

export const DAY = 86_400_000;

const issue = async (commonName: string, wish: Partial<CertificateWish>, by?: Holder): Promise<Holder> => {
  const key = await makeKey("ec-p256");
  const subject = { commonName };
  const issuer = by ? { privateKey: by.key.pem, certificate: by.certificate } : { privateKey: key.pem, name: subject };
  const certificate = await signCertificate({
    subject,
    issuer,
    publicKey: key.publicKeyPem,
    serial: "0a0b0c0d",
    notBefore: NOON - DAY,
    notAfter: NOON + 90 * DAY - 1_000,
    ...wish,
  });
  return { key, certificate };
};

export const makeAuthority = (commonName: string, by?: Holder): Promise<Holder> => issue(commonName, { ca: {} }, by);

export const makeLeaf = (names: readonly string[], by?: Holder): Promise<Holder> =>
  issue(names[0] ?? "", { names }, by);
