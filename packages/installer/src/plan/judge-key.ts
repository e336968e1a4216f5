import { createPrivateKey } from "node:crypto";
import { keyMatches, type Secret } from "@hostseal/pki";

const ENCRYPTED = /ENCRYPTED/;

/** What is wrong with a private key for a certificate, or nothing. */
export const keyTrouble = (pem: Secret, certificate: string): string | undefined => {
  if (ENCRYPTED.test(pem.reveal()))
    return "the private key is encrypted, and a server cannot be asked for its pass phrase";
  try {
    createPrivateKey(pem.reveal());
  } catch {
    return "the private key cannot be read";
  }
  return keyMatches(certificate, pem) ? undefined : "the private key does not belong to the certificate";
};
