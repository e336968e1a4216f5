import { randomBytes } from "node:crypto";
import { AssertionError } from "node:assert";
import { decodeCsr, makeKey, signCertificate } from "@hostseal/pki";
import type { DomainName, Instant } from "@hostseal/rules";
import { DAY } from "@hostseal/rules";
import type { Issued } from "./host-check.ts";

/** Signs whatever it is asked for, so that a host has something to install. */
export type TestAuthority = {
  readonly issue: (name: DomainName) => Promise<Issued>;
  readonly issueFor: (csr: string, name: DomainName) => Promise<string>;
};

const SERIAL_BYTES = 16;

export const createTestAuthority = async (now: Instant): Promise<TestAuthority> => {
  const [rootKey, key] = [await makeKey("ec-p256"), await makeKey("ec-p256")];
  const common = () => ({
    serial: `01${randomBytes(SERIAL_BYTES).toString("hex")}`,
    notBefore: now - DAY,
    notAfter: now + 90 * DAY,
  });
  const name = { commonName: "Test Root" };
  const root = await signCertificate({
    ...common(),
    subject: name,
    issuer: { name, privateKey: rootKey },
    publicKey: rootKey.publicKeyPem,
    ca: {},
  });
  const intermediate = await signCertificate({
    ...common(),
    subject: { commonName: "Test Issuer" },
    issuer: { certificate: root, privateKey: rootKey },
    publicKey: key.publicKeyPem,
    ca: { pathLength: 0 },
  });
  const issuer = { certificate: intermediate, privateKey: key };

  return {
    issue: async (name) => {
      const leafKey = await makeKey("ec-p256");
      const wish = { ...common(), subject: {}, issuer, publicKey: leafKey.publicKeyPem, names: [name] };
      return { certificate: await signCertificate(wish), chain: [intermediate], key: leafKey.pem };
    },
    issueFor: async (csr, name) => {
      const decoded = decodeCsr(csr);
      if (decoded.kind === "malformed") throw new AssertionError({ message: `not a request: ${decoded.because}` });
      const publicKey = decoded.csr.publicKeyPem;
      return await signCertificate({ ...common(), subject: {}, issuer, publicKey, names: [name] });
    },
  };
};
