import { nameAttributes, type SubjectOrganisation } from "./distinguished-name.ts";
import { type PrivateKeySource, toSigningKey } from "./signing-key.ts";
import type { DomainName } from "@hostseal/rules";

/** The longest common name X.520 allows (ub-common-name, RFC 5280 appendix A.1). */
const LONGEST_COMMON_NAME = 64;

export type CsrWish = {
  readonly key: PrivateKeySource;
  /** At least one; the first becomes the common name when it is short enough to be one. */
  readonly names: readonly DomainName[];
  /** For OV and EV only; a DV request carries no subject beside the common name. */
  readonly organisation?: SubjectOrganisation;
};

/**
 * A PKCS#10 request (RFC 2986) as PEM: every name in the subject alternative name extension, signed with SHA-256, or SHA-384 for P-384.
 * @throws TypeError when there is no name, or the key is not RSA, P-256 or P-384.
 */
export const makeCsr = async ({ key, names, organisation }: CsrWish): Promise<string> => {
  const [first] = names;
  if (first === undefined) throw new TypeError("A certificate request needs at least one name");
  const x509 = await import("./x509.ts");
  const { keys, algorithm } = toSigningKey(key);
  const subject = {
    ...(first.length <= LONGEST_COMMON_NAME && { commonName: first }),
    ...(organisation && { organisation }),
  };
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: new x509.Name(nameAttributes(subject)),
    keys,
    signingAlgorithm: algorithm,
    extensions: [new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: "dns", value })))],
  });
  return `${request.toString("pem")}\n`;
};
