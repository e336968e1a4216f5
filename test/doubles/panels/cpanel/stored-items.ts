import { createHash, createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import { type CertificateFacts, fingerprint, readCertificate, type Secret } from "@hostseal/pki";
import { refusal } from "./refusal.ts";

const md5 = (text: string): string => createHash("md5").update(text).digest("hex");
const hex = (base64url: string | undefined): string => Buffer.from(base64url ?? "", "base64url").toString("hex");

/** What is told of a public key, in the words of the store. */
export type KeyWords = {
  readonly key_algorithm: "rsaEncryption" | "id-ecPublicKey";
  readonly modulus: string | null;
  readonly modulus_length: number | null;
  readonly ecdsa_curve_name: string | null;
  /** The compressed point. */
  readonly ecdsa_public: string | null;
};

const toKeyWords = (key: KeyObject): KeyWords => {
  const { n, x, y, crv } = key.export({ format: "jwk" });
  if (n !== undefined) {
    const modulus = hex(n);
    const length = modulus.length * 4;
    return {
      key_algorithm: "rsaEncryption",
      modulus,
      modulus_length: length,
      ecdsa_curve_name: null,
      ecdsa_public: null,
    };
  }
  const sign = Number.parseInt(hex(y).slice(-1), 16) % 2 === 0 ? "02" : "03";
  return {
    key_algorithm: "id-ecPublicKey",
    modulus: null,
    modulus_length: null,
    ecdsa_curve_name: crv === "P-384" ? "secp384r1" : "prime256v1",
    ecdsa_public: `${sign}${hex(x)}`,
  };
};

/** Two pieces of the public half, as they stand in ids. */
const piecesOf = ({ modulus, ecdsa_public: point }: KeyWords): string => {
  const digits = modulus ?? point ?? "";
  return `${digits.slice(0, 5)}_${digits.slice(-5)}`;
};

export type StoredKey = { readonly id: string; readonly pem: Secret; readonly words: KeyWords };
export type StoredCertificate = {
  readonly id: string;
  readonly facts: CertificateFacts;
  readonly words: KeyWords;
  readonly cab: string;
};

export const toStoredKey = (pem: Secret): StoredKey => {
  try {
    const words = toKeyWords(createPublicKey(createPrivateKey(pem.reveal())));
    return { id: `${piecesOf(words)}_${md5(JSON.stringify(words))}`, pem, words };
  } catch {
    throw refusal("The key could not be parsed: ASN.1 parse error.");
  }
};

export const toStoredCertificate = (pem: string, cab: string): StoredCertificate => {
  const read = readCertificate(pem);
  if (read.kind === "malformed") throw refusal("The certificate could not be parsed: ASN.1 parse error.");
  const facts = read.certificate;
  const words = toKeyWords(new X509Certificate(facts.pem).publicKey);
  const domain = (facts.names[0] ?? facts.commonName ?? "unnamed").replaceAll(/[^a-z0-9]/g, "_");
  const id = `${domain}_${piecesOf(words)}_${facts.notAfter / 1000}_${md5(fingerprint(facts.pem).sha256)}`;
  return { id, facts, words, cab };
};

/** A certificate as `list_certs` shows it; dots are part of the names. */
export const toCertificateWords = ({ id, facts, words }: StoredCertificate) => ({
  id,
  friendly_name: facts.names[0] ?? id,
  domains: facts.names,
  serial: facts.serial,
  not_before: facts.notBefore / 1000,
  not_after: facts.notAfter / 1000,
  created: facts.notBefore / 1000,
  is_self_signed: facts.issuer === facts.subject ? 1 : 0,
  "issuer.commonName": facts.issuer.replace(/^.*CN=/, ""),
  "issuer.organizationName": "",
  issuer_text: facts.issuer,
  "subject.commonName": { commonName: facts.commonName ?? "" },
  subject_text: facts.subject,
  signature_algorithm: "ecdsa-with-SHA256",
  validation_type: "dv",
  domain_is_configured: 0,
  ...words,
});

export const toKeyEntry = ({ id, words }: StoredKey) => ({ id, friendly_name: id, created: 1_700_000_000, ...words });
