import { randomBytes } from "node:crypto";
import { type KeyType, makeKey, signCertificate } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";

export type Pem = { readonly certificate: string; readonly key: string };

export type TestAuthority = {
  /** What clients have to trust. */
  readonly root: string;
  /** A certificate that is known by its common name and good for every name of the test, whoever shows it. */
  issue(commonName: string, type?: KeyType): Promise<Pem>;
};

const SERIAL_BYTES = 16;

/** An authority for certificates that differ only in their common name and their key. */
export const foundAuthority = async (names: readonly string[]): Promise<TestAuthority> => {
  const now = Date.now();
  const common = () => ({
    serial: `01${randomBytes(SERIAL_BYTES).toString("hex")}`,
    notBefore: now - DAY,
    notAfter: now + DAY,
  });
  const name = { commonName: "Test Root" };
  const privateKey = await makeKey("ec-p256");
  const { publicKeyPem: publicKey } = privateKey;
  const root = await signCertificate({ ...common(), subject: name, issuer: { name, privateKey }, publicKey, ca: {} });
  const issuer = { certificate: root, privateKey };
  return {
    root,
    issue: async (commonName, type = "ec-p256") => {
      const key = await makeKey(type);
      const wish = { ...common(), subject: { commonName }, issuer, publicKey: key.publicKeyPem, names };
      return { certificate: await signCertificate(wish), key: key.pem.reveal() };
    },
  };
};
