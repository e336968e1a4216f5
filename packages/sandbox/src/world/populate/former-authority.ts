import type { Clock, Random } from "@hostseal/core";
import { makeKey, signCertificate } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import type { KeyAndChain } from "../web/served-certificates.ts";

/** The certificate authority these sites used before; it leaves old certificates behind. */
export type FormerAuthority = {
  /** PEM of its root. */
  readonly root: string;
  /** A certificate for names with this many milliseconds left, and its key. */
  issue(names: readonly string[], left: number): Promise<KeyAndChain>;
};

const AGE = 100 * DAY;
const SERIAL_BYTES = 16;

export const createFormerAuthority = async (clock: Clock, random: Random): Promise<FormerAuthority> => {
  const serial = (): string => `01${Buffer.from(random.bytes(SERIAL_BYTES)).toString("hex")}`;
  const name = { commonName: "Former Demo Authority" };
  const rootKey = await makeKey("ec-p256");
  const root = await signCertificate({
    subject: name,
    issuer: { name, privateKey: rootKey },
    publicKey: rootKey.publicKeyPem,
    serial: serial(),
    notBefore: clock.now() - 3_650 * DAY,
    notAfter: clock.now() + 3_650 * DAY,
    ca: {},
  });

  const issue = async (names: readonly string[], left: number): Promise<KeyAndChain> => {
    const key = await makeKey("ec-p256");
    const certificate = await signCertificate({
      subject: {},
      issuer: { certificate: root, privateKey: rootKey },
      publicKey: key.publicKeyPem,
      serial: serial(),
      notBefore: clock.now() + Math.min(left, 0) - AGE,
      notAfter: clock.now() + left,
      names,
    });
    return { key: key.pem, certificates: [certificate] };
  };

  return { root, issue };
};
