import { type CertificateFacts, keyMatches, readCertificate, type Secret, splitPem } from "@hostseal/pki";
import type { Ground, TlsVersion } from "@hostseal/sandbox";
import type { Domain } from "./estate.ts";
import type { Habits } from "./habits.ts";

export type Material = { readonly leaf: string; readonly chain: readonly string[]; readonly key: Secret };

/** What domains are served with; the ground's shelf has the last word. */
export type CertificatesOnGround = {
  of(domain: Domain): Material | undefined;
  put(domain: Domain, material: Material): void;
  takeOff(domain: Domain): void;
};

const toMaterial = ({ material }: TlsVersion): Material => {
  const [leaf = "", ...chain] = splitPem(material.certificates.join("\n"));
  return { leaf, chain, key: material.key };
};

/** Everything about it, so that two can be compared. */
const textOf = ({ leaf, chain, key }: Material): string => [leaf, ...chain, key.reveal().trim()].join("\n");

/** What is wrong with a certificate and its key, in the panel's words. */
export const flawOf = ({ leaf, chain, key }: Material): string | undefined => {
  if (readCertificate(leaf).kind === "malformed") return "failed to parse certificate";
  if (chain.some((pem) => readCertificate(pem).kind === "malformed")) return "failed to parse certificate chain";
  try {
    return keyMatches(leaf, key) ? undefined : "private key does not match certificate public key";
  } catch {
    return "failed to parse private key";
  }
};

export const factsOf = (pem: string): CertificateFacts => {
  const read = readCertificate(pem);
  if (read.kind === "malformed") throw new TypeError("a certificate that was looked at before cannot be read");
  return read.certificate;
};

export const createCertificatesOnGround = ({ shelf }: Ground, habits: Habits): CertificatesOnGround => {
  /** What a careless server says that it serves. */
  const claimed = new Map<string, Material>();
  /** Numbers of the versions that were put there through the panel. */
  const ours = new Map<string, number>();

  const pop = (id: string): void => {
    const top = shelf.active(id);
    if (top) shelf.restore(id, top.certificate.sha256, top.replaced);
  };

  return {
    of: ({ webspace }) => {
      const active = shelf.active(webspace.id);
      return claimed.get(webspace.id) ?? (active && toMaterial(active));
    },
    put: ({ webspace: { id } }, material) => {
      if (habits.isCareless) return void claimed.set(id, material);
      const top = shelf.active(id);
      if (top && textOf(toMaterial(top)) === textOf(material)) return;
      if (top && ours.get(id) === top.number) pop(id);
      const below = shelf.active(id);
      if (below && textOf(toMaterial(below)) === textOf(material)) return;
      const version = shelf.install(id, {
        certificate: factsOf(material.leaf),
        material: { key: material.key, certificates: [material.leaf, ...material.chain] },
        ifVersion: below?.number ?? 0,
      });
      ours.set(id, version.number);
    },
    takeOff: ({ webspace: { id } }) => {
      for (let top = shelf.active(id); top; top = shelf.active(id)) pop(id);
    },
  };
};
