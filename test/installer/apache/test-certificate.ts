import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export type TestCertificate = { readonly certificate: string; readonly key: string; readonly pem: string };

/** Asked by address, a server has to have that in its certificate. */
const LOOPBACK = ["127.0.0.1", "127.0.0.2", "127.0.0.3", "::1"];

const NEW_KEY = { ecdsa: ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"], rsa: ["rsa:2048"] } as const;

export type CertificateDraft = {
  /** The common name, and what the files are called. */
  readonly title: string;
  readonly names: readonly string[];
  readonly family?: keyof typeof NEW_KEY;
};

/** A self-signed certificate, in files of the folder. */
export const makeCertificate = async (
  folder: string,
  { title, names, family = "ecdsa" }: CertificateDraft,
): Promise<TestCertificate> => {
  const [certificate, key] = [join(folder, `${title}.crt`), join(folder, `${title}.key`)];
  const subjects = `subjectAltName=${[...names.map((name) => `DNS:${name}`), ...LOOPBACK.map((ip) => `IP:${ip}`)].join(",")}`;
  const files = ["-nodes", "-keyout", key, "-out", certificate, "-days", "2"];
  await run("openssl", [
    "req",
    "-x509",
    "-newkey",
    ...NEW_KEY[family],
    ...files,
    "-subj",
    `/CN=${title}`,
    "-addext",
    subjects,
  ]);
  return { certificate, key, pem: await readFile(certificate, "utf8") };
};
