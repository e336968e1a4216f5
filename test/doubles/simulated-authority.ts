import { makeKey, readCertificate, signCertificate } from "@hostseal/pki";
import { DAY, latestNotAfter, practisedValidity } from "@hostseal/rules";
import type { DomainName, Instant } from "@hostseal/rules";

/** A root that signs leaves by the rules of the day; no order, no validation, no network. */
export type SimulatedAuthority = {
  readonly root: string;
  issue(wish: {
    readonly publicKeyPem: string;
    readonly names: readonly DomainName[];
    readonly at: Instant;
    readonly until: Instant;
  }): Promise<string>;
};

export const createSimulatedAuthority = async (start: Instant): Promise<SimulatedAuthority> => {
  const key = await makeKey("ec-p256");
  const name = { commonName: "Simulated Root" };
  const root = await signCertificate({
    subject: name,
    issuer: { privateKey: key.pem, name },
    publicKey: key.publicKeyPem,
    serial: "01",
    notBefore: start - DAY,
    notAfter: start + 20 * 365 * DAY,
    ca: {},
  });
  let serial = 1;
  return {
    root,
    issue: async ({ publicKeyPem, names, at, until }) => {
      serial += 1;
      const longest = latestNotAfter(at, practisedValidity({ brand: "sandbox", at }).days);
      return signCertificate({
        subject: { commonName: names[0] ?? "" },
        issuer: { privateKey: key.pem, certificate: root },
        publicKey: publicKeyPem,
        serial: serial.toString(16).padStart(8, "0"),
        notBefore: at,
        notAfter: Math.min(longest, until),
        names,
      });
    },
  };
};

/** Hex SHA-256 of a leaf, as a probe would report it. */
export const sha256Of = (pem: string): string => {
  const read = readCertificate(pem);
  if (read.kind === "malformed") throw new TypeError("the simulated authority made a certificate that cannot be read");
  return read.certificate.sha256;
};
