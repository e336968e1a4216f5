import { failure } from "@hostseal/core";
import { judgeCertificate, keyTrouble } from "@hostseal/installer/plan";
import { readCertificate, Secret, splitPem } from "@hostseal/pki";
import type { CertificateFacts } from "@hostseal/pki";
import type { DomainName, Instant } from "@hostseal/rules";
import { readTextFile } from "../read-text-file.ts";

/** The files of a certificate that somebody already has. */
export type BundleFiles = { readonly cert: string; readonly key: string; readonly chain?: string | undefined };

/** A certificate that was looked at: for this name, in its time, with its key, to a trusted root. */
export type OwnBundle = {
  readonly certificate: string;
  readonly chain: readonly string[];
  readonly key: Secret;
  readonly facts: CertificateFacts;
};

export type BundleWish = { readonly name: DomainName; readonly at: Instant; readonly roots: readonly string[] };

const readCertificates = async (option: string, path: string): Promise<readonly string[]> => {
  const text = await readTextFile(option, path);
  const found = splitPem(text).filter((pem) => readCertificate(pem).kind === "certificate");
  if (found.length > 0) return found;
  const because = /PRIVATE KEY-----/.test(text) ? "it is a private key" : "there is no PEM certificate in it";
  throw failure("input.option", { option: `${option} ${path}`, because });
};

/**
 * Reads certificate, chain and key, and looks whether they belong together and to the name before any host is called.
 * The chain may stand in the certificate's own file. Fails with `input.option`.
 */
export const readBundle = async (files: BundleFiles, wish: BundleWish): Promise<OwnBundle> => {
  const { cert, key: keyFile, chain: chainFile } = files;
  const [certificate = "", ...above] = await readCertificates("--cert", cert);
  const chain = [...above, ...(chainFile === undefined ? [] : await readCertificates("--chain", chainFile))];
  const judged = judgeCertificate({ certificate, chain, ...wish });
  if (judged.kind === "unfit") throw failure("input.option", { option: `--cert ${cert}`, because: judged.because });
  const key = new Secret(await readTextFile("--key", keyFile));
  const because = keyTrouble(key, certificate);
  if (because === undefined) return { certificate, chain, key, facts: judged.leaf };
  throw failure("input.option", { option: `--key ${keyFile}`, because });
};
