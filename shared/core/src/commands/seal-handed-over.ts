import { sealArchive, toEncryptedPkcs8, toPkcs12 } from "@hostseal/pki";
import type { Secret } from "@hostseal/pki";
import type { Instant } from "@hostseal/rules";
import type { HandedOver } from "./hand-over-key.ts";

export const ARCHIVE_FORMATS = ["zip", "pkcs12", "pem"] as const;
export type ArchiveFormat = (typeof ARCHIVE_FORMATS)[number];

type Sealing = { readonly handedOver: HandedOver; readonly code: Secret; readonly at: Instant };
type Seal = (sealing: Sealing) => Promise<Uint8Array>;

const zip: Seal = ({ handedOver: { key, certificate }, code, at }) =>
  sealArchive({
    entries: [
      { name: "private-key.pem", content: key },
      { name: "certificate.pem", content: certificate.leaf },
      { name: "chain.pem", content: certificate.chain.join("\n") },
      { name: "fullchain.pem", content: [certificate.leaf, ...certificate.chain].join("\n") },
    ],
    passphrase: code,
    at,
  });

const pkcs12: Seal = ({ handedOver: { key, certificate }, code }) =>
  toPkcs12({
    key,
    certificate: certificate.leaf,
    chain: certificate.chain,
    passphrase: code,
    profile: "modern",
    friendlyName: certificate.names[0] ?? "certificate",
  });

const pem: Seal = async ({ handedOver: { key, certificate }, code }) => {
  const sealed = await toEncryptedPkcs8(key, code);
  return new TextEncoder().encode([sealed, certificate.leaf, ...certificate.chain].join("\n"));
};

/** Every way to hand over key, certificate and chain; none of them holds the key in the clear. */
export const sealHandedOver: Readonly<Record<ArchiveFormat, Seal>> = { zip, pkcs12, pem };
