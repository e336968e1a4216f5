import { type KeyObject, X509Certificate } from "node:crypto";
import { Boolean as Asn1Boolean, Integer } from "asn1js";
import type { CertificateFacts } from "./certificate-facts.ts";
import { at, children, content, contextTag, type Der, readDer } from "./der.ts";
import { hexDigest, publicKeySha256 } from "./digest.ts";
import {
  alternativeNames,
  EXTENSION,
  type Extensions,
  oidList,
  policyOids,
  readExtensions,
  valueOf,
} from "./extensions.ts";
import { keyFactsOf } from "./key-facts.ts";
import { toPem } from "./pem.ts";
import { readName } from "./read-name.ts";

/** Why bytes are no certificate. */
export type CertificateFlaw =
  /** Not an X.509 structure. */
  | "not-a-certificate"
  /** The public key cannot be read: damaged, or of an unknown kind. */
  | "unreadable-key";

/** The facts, with what verifying a chain needs beside them. */
export type ParsedCertificate = {
  readonly facts: CertificateFacts;
  readonly native: X509Certificate;
  readonly publicKey: KeyObject;
  readonly extensions: Extensions;
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

const basicConstraints = (extensions: Extensions) => {
  const [ca, pathLength] = children(valueOf(extensions, EXTENSION.basicConstraints));
  return {
    isCa: ca instanceof Asn1Boolean && ca.getValue(),
    ...(pathLength instanceof Integer && { pathLength: pathLength.valueBlock.valueDec }),
  };
};

const keyIdentifiers = (extensions: Extensions) => {
  const subject = valueOf(extensions, EXTENSION.subjectKeyId);
  const authority = children(valueOf(extensions, EXTENSION.authorityKeyId)).find((part) => contextTag(part) === 0);
  return {
    ...(subject && { subjectKeyId: hex(content(subject)) }),
    ...(authority && { authorityKeyId: hex(content(authority)) }),
  };
};

const openNative = (der: Uint8Array): { native: X509Certificate; publicKey?: KeyObject } | undefined => {
  try {
    const native = new X509Certificate(der);
    return { native, ...publicKeyOf(native) };
  } catch {
    return undefined;
  }
};

const publicKeyOf = (native: X509Certificate): { publicKey?: KeyObject } => {
  try {
    return { publicKey: native.publicKey };
  } catch {
    return {};
  }
};

/** The fields of a TBSCertificate in order, without the version, which older certificates leave out. */
const fieldsOf = (der: Uint8Array): readonly Der[] => {
  const fields = children(at(readDer(der), 0));
  return fields[0] && contextTag(fields[0]) === 0 ? fields.slice(1) : fields;
};

const readSubject = (subject: Der) => {
  const { line, commonNames } = readName(subject);
  return { subject: line, ...(commonNames[0] !== undefined && { commonName: commonNames[0] }) };
};

const readAlternatives = (extensions: Extensions) => {
  const { dns, others } = alternativeNames(extensions);
  return { names: dns, otherNames: others };
};

/** Reads the DER of one certificate; a flaw when it is none. Verifies nothing. */
export const parseCertificate = (der: Uint8Array): ParsedCertificate | CertificateFlaw => {
  const opened = openNative(der);
  const [serial, , issuer, , subject, ...rest] = fieldsOf(der);
  if (!opened || !serial || !issuer || !subject) return "not-a-certificate";
  const { native, publicKey } = opened;
  if (!publicKey) return "unreadable-key";
  const [notBefore, notAfter] = [native.validFromDate.getTime(), native.validToDate.getTime()];
  if (Number.isNaN(notBefore + notAfter)) return "not-a-certificate";
  const extensions = readExtensions(
    at(
      rest.find((field) => contextTag(field) === 3),
      0,
    ),
  );
  const facts: CertificateFacts = {
    pem: toPem("CERTIFICATE", der),
    serial: hex(content(serial)).replace(/^00(?=.)/, ""),
    notBefore,
    notAfter,
    ...readAlternatives(extensions),
    ...readSubject(subject),
    issuer: readName(issuer).line,
    sha256: hexDigest("sha256", der),
    sha1: hexDigest("sha1", der),
    publicKeySha256: publicKeySha256(publicKey),
    key: keyFactsOf(publicKey),
    ...basicConstraints(extensions),
    policyOids: policyOids(extensions),
    ekus: oidList(extensions, EXTENSION.extendedKeyUsage),
    ...keyIdentifiers(extensions),
  };
  return { facts, native, publicKey, extensions };
};
