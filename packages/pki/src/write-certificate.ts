import { nameAttributes } from "./distinguished-name.ts";
import { SERVER_AUTH } from "./purposes.ts";
import { readCertificate } from "./read-certificate.ts";
import type { CertificateIssuer, CertificateWish } from "./sign-certificate.ts";
import { toSigningKey } from "./signing-key.ts";
import {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CertificatePolicyExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  PublicKey,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from "./x509.ts";

const LEAF_USAGE = KeyUsageFlags.digitalSignature;
const CA_USAGE = (LEAF_USAGE | KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign) as KeyUsageFlags;

type IssuerIdentity = { readonly name: Name; readonly keyId?: string };

const issuerIdentity = (issuer: CertificateIssuer): IssuerIdentity => {
  if (!("certificate" in issuer)) return { name: new Name(nameAttributes(issuer.name)) };
  const read = readCertificate(issuer.certificate);
  if (read.kind === "malformed") throw new TypeError("The issuer's certificate cannot be read");
  const { pem, subjectKeyId } = read.certificate;
  return { name: new X509Certificate(pem).subjectName, ...(subjectKeyId && { keyId: subjectKeyId }) };
};

const alternativeNames = ({ names = [], subject }: CertificateWish): Extension[] => {
  if (names.length === 0) return [];
  const critical = nameAttributes(subject).length === 0;
  const entries = names.map((value) => ({ type: "dns" as const, value }));
  return [new SubjectAlternativeNameExtension(entries, critical)];
};

const pointers = ({ aiaUrls, crlUrls = [] }: CertificateWish): Extension[] => {
  const access = {
    ...(aiaUrls?.issuer && { caIssuers: aiaUrls.issuer }),
    ...(aiaUrls?.ocsp && { ocsp: aiaUrls.ocsp }),
  };
  return [
    ...(Object.keys(access).length > 0 ? [new AuthorityInfoAccessExtension(access)] : []),
    ...(crlUrls.length > 0 ? [new CRLDistributionPointsExtension([...crlUrls])] : []),
  ];
};

const purposes = ({ ca, ekus, policyOids = [] }: CertificateWish): Extension[] => {
  const usages = ekus ?? (ca ? [] : [SERVER_AUTH]);
  return [
    ...(usages.length > 0 ? [new ExtendedKeyUsageExtension([...usages])] : []),
    ...(policyOids.length > 0 ? [new CertificatePolicyExtension([...policyOids])] : []),
  ];
};

const evenHex = (hex: string): string => hex.padStart(hex.length + (hex.length % 2), "0");

/** The writing half of `signCertificate`, apart because it loads the heavy library. */
export const writeCertificate = async (wish: CertificateWish): Promise<string> => {
  const { keys, algorithm } = toSigningKey(wish.issuer.privateKey);
  const publicKey = new PublicKey(wish.publicKey);
  const { name, keyId } = issuerIdentity(wish.issuer);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: evenHex(wish.serial),
    subject: new Name(nameAttributes(wish.subject)),
    issuer: name,
    notBefore: new Date(wish.notBefore),
    notAfter: new Date(wish.notAfter),
    publicKey,
    signingKey: keys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(wish.ca !== undefined, wish.ca?.pathLength, true),
      new KeyUsagesExtension(wish.ca ? CA_USAGE : LEAF_USAGE, true),
      await SubjectKeyIdentifierExtension.create(publicKey),
      ...(keyId ? [new AuthorityKeyIdentifierExtension(keyId)] : []),
      ...purposes(wish),
      ...alternativeNames(wish),
      ...pointers(wish),
    ],
  });
  return `${certificate.toString("pem")}\n`;
};
