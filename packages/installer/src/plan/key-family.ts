import { readCertificate } from "@hostseal/pki";
import type { KeyFamily } from "../nginx/index.ts";
import { inFull, type NginxConfig } from "./nginx-config.ts";

/** The kind of a certificate's key, as far as nginx takes it. */
export const familyOf = (pem: string): KeyFamily | undefined => {
  const read = readCertificate(pem);
  if (read.kind === "malformed") return undefined;
  if (read.certificate.key.algorithm === "rsa") return "rsa";
  return read.certificate.key.algorithm === "ec" ? "ecdsa" : undefined;
};

/** Of the certificates in place, by their path as the configuration writes it. */
export const familiesInPlace = (config: NginxConfig): ReadonlyMap<string, KeyFamily> =>
  new Map(
    config.servers.flatMap(({ pairs }) =>
      pairs.flatMap(({ certificate: { value } }): readonly (readonly [string, KeyFamily])[] => {
        const family = familyOf(config.facts.certificates.get(inFull(config, value)) ?? "");
        return family ? [[value, family]] : [];
      }),
    ),
  );
