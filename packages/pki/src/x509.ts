/*
 * The one door to @peculiar/x509, which throws unless `reflect-metadata` was loaded before it.
 * Loaded on demand by what writes requests and certificates: it costs ten times the rest of this package.
 */
import "reflect-metadata";

export {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CertificatePolicyExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  Pkcs10CertificateRequestGenerator,
  PublicKey,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";
export type { Extension } from "@peculiar/x509";
