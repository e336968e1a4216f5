import { readCertificate } from "@hostseal/pki";

/** Servers hold one certificate of each kind for a site. */
export type KeyFamily = "rsa" | "ecdsa";

/** The kind of a certificate's key, as far as web servers take it. */
export const familyOf = (pem: string): KeyFamily | undefined => {
  const read = readCertificate(pem);
  if (read.kind === "malformed") return undefined;
  if (read.certificate.key.algorithm === "rsa") return "rsa";
  return read.certificate.key.algorithm === "ec" ? "ecdsa" : undefined;
};

export type InPlace = {
  /** As the configuration writes them. */
  readonly paths: readonly string[];
  readonly inFull: (path: string) => string;
  readonly certificates: ReadonlyMap<string, string>;
};

/** Of the certificates in place, by their path as the configuration writes it. */
export const familiesInPlace = ({ paths, inFull, certificates }: InPlace): ReadonlyMap<string, KeyFamily> =>
  new Map(
    paths.flatMap((path): readonly (readonly [string, KeyFamily])[] => {
      const family = familyOf(certificates.get(inFull(path)) ?? "");
      return family ? [[path, family]] : [];
    }),
  );
