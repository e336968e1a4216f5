import { makeKey, signCertificate } from "@hostseal/pki";
import { DAY, fromIso } from "@hostseal/rules";
import type { Material } from "./certificates-on-ground.ts";

const HOSTNAME = "panel.hosting.example";

/** What a fresh installation of the panel shows: a certificate of its own making. */
export const makeOwnCertificate = async (): Promise<Material> => {
  const privateKey = await makeKey("ec-p256");
  const name = { commonName: HOSTNAME };
  const leaf = await signCertificate({
    subject: name,
    issuer: { privateKey, name },
    publicKey: privateKey.publicKeyPem,
    serial: "0d",
    notBefore: fromIso("2026-01-01"),
    notAfter: fromIso("2026-01-01") + 3_650 * DAY,
    names: [HOSTNAME],
  });
  return { leaf, chain: [], key: privateKey.pem };
};
