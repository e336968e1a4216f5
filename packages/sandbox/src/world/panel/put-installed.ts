import { readCertificate } from "@hostseal/pki";
import type { KeyAndChain } from "../web/served-certificates.ts";
import type { TlsShelf } from "./tls-shelf.ts";

/** Installs a certificate as somebody else would: not through the API, unasked and for good. */
export const putInstalled = (shelf: TlsShelf, webspace: string, material: KeyAndChain): void => {
  const read = readCertificate(material.certificates[0] ?? "");
  if (read.kind === "malformed") throw new TypeError("This is no certificate");
  const { certificate } = read;
  shelf.install(webspace, { certificate, material, ifVersion: shelf.active(webspace)?.number ?? 0 });
  shelf.confirm(webspace, certificate.sha256);
};
