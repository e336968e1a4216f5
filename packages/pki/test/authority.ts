import { makeKey, type PrivateKey } from "../src/make-key.ts";
import { type CertificateWish, signCertificate } from "../src/sign-certificate.ts";

/** The moment every test certificate is valid at. */
export const NOW = Date.parse("2026-11-21T12:00:00Z");
export const DAY = 86_400_000;

/** A certificate with its private key. */
export type Holder = { readonly certificate: string; readonly key: PrivateKey };

type Wish = Partial<Omit<CertificateWish, "issuer" | "publicKey">>;

const serialOf = (key: PrivateKey): string => `1${key.publicKeySha256.slice(0, 30)}`;

const sign = async (key: PrivateKey, issuer: CertificateWish["issuer"], wish: Wish): Promise<Holder> => {
  const certificate = await signCertificate({
    subject: {},
    issuer,
    publicKey: key.publicKeyPem,
    serial: serialOf(key),
    notBefore: NOW - DAY,
    notAfter: NOW + 90 * DAY,
    ...wish,
  });
  return { certificate, key };
};

const authorityWish = (name: string, wish: Wish): Wish => ({ subject: { commonName: name }, ca: {}, ...wish });

export const makeRoot = async (name: string, wish: Wish = {}): Promise<Holder> => {
  const key = await makeKey("ec-p384");
  return sign(key, { privateKey: key, name: { commonName: name } }, authorityWish(name, wish));
};

export const makeIntermediate = async (issuer: Holder, name: string, wish: Wish = {}): Promise<Holder> =>
  sign(
    await makeKey("ec-p256"),
    { privateKey: issuer.key, certificate: issuer.certificate },
    authorityWish(name, wish),
  );

/** The same name and key as `holder`, signed by another issuer. */
export const crossSign = (issuer: Holder, holder: Holder, name: string): Promise<Holder> =>
  sign(holder.key, { privateKey: issuer.key, certificate: issuer.certificate }, authorityWish(name, {}));

export const makeLeaf = async (issuer: Holder, wish: Wish = {}): Promise<Holder> =>
  sign(
    await makeKey("ec-p256"),
    { privateKey: issuer.key, certificate: issuer.certificate },
    { names: ["www.example.com"], ...wish },
  );
