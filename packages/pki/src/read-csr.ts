import { createPublicKey, type KeyObject } from "node:crypto";
import type { CsrFacts } from "./csr-facts.ts";
import { at, bits, children, contextTag, type Der, oid, rawBytes, readDer, sequence } from "./der.ts";
import { hexDigest, spkiOf } from "./digest.ts";
import { alternativeNames, type Extensions, readExtensions } from "./extensions.ts";
import { keyFactsOf } from "./key-facts.ts";
import { toPem } from "./pem.ts";
import { readName } from "./read-name.ts";
import { checkSignature } from "./signature.ts";

const EXTENSION_REQUEST = "1.2.840.113549.1.9.14";

const readPublicKey = (spki: Der): KeyObject | undefined => {
  try {
    return createPublicKey({ key: Buffer.from(rawBytes(spki)), format: "der", type: "spki" });
  } catch {
    return undefined;
  }
};

const requestedExtensions = (requestInfo: Der): Extensions => {
  const attributes = children(requestInfo).find((child) => contextTag(child) === 0);
  const request = children(attributes).find((attribute) => oid(at(attribute, 0)) === EXTENSION_REQUEST);
  return readExtensions(at(request, 1, 0));
};

/** Reads the DER of a PKCS#10 request; undefined when it is none. */
export const readCsr = (der: Uint8Array): CsrFacts | "not-a-request" | "unreadable-key" => {
  const [info, algorithm, signatureBits] = sequence(readDer(der));
  const [, subject, spki] = sequence(info);
  const signature = bits(signatureBits);
  if (!info || !signature || !subject || !spki) return "not-a-request";
  const publicKey = readPublicKey(spki);
  if (!publicKey) return "unreadable-key";
  const { scheme, hash, valid } = checkSignature({
    algorithm: oid(sequence(algorithm)[0]),
    message: rawBytes(info),
    signature,
    publicKey,
  });
  const { dns, others } = alternativeNames(requestedExtensions(info));
  const { line, commonNames } = readName(subject);
  const [commonName] = commonNames;
  return {
    pem: toPem("CERTIFICATE REQUEST", der),
    der,
    names: dns,
    otherNames: others,
    ...(commonName !== undefined && { commonName }),
    subject: line,
    key: keyFactsOf(publicKey),
    publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    publicKeySha256: hexDigest("sha256", spkiOf(publicKey)),
    signatureScheme: scheme,
    ...(hash !== undefined && { signatureHash: hash }),
    selfSigned: valid,
    md5: hexDigest("md5", der),
    sha256: hexDigest("sha256", der),
  };
};
