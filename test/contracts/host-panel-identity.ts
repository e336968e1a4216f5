import { randomBytes } from "node:crypto";
import { fingerprint, makeKey, signCertificate } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import type { Identity } from "./host-recorder.ts";

/** What a panel shows that has a certificate of its own making, as most do. */
export const createPanelIdentity = async (): Promise<Identity & { readonly sha256: string }> => {
  const privateKey = await makeKey("ec-p256");
  const name = { commonName: "panel.example.com" };
  const now = Date.now();
  const cert = await signCertificate({
    subject: name,
    issuer: { privateKey, name },
    publicKey: privateKey.publicKeyPem,
    serial: `01${randomBytes(8).toString("hex")}`,
    notBefore: now - DAY,
    notAfter: now + DAY,
    names: ["panel.example.com"],
    ca: {},
  });
  return { cert, key: privateKey.pem.reveal(), sha256: fingerprint(cert).sha256 };
};
