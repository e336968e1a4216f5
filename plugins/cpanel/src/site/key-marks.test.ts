import { execFileSync } from "node:child_process";
import { type KeyType, makeKey, signCertificate } from "@hostseal/pki";
import { DAY, fromIso } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import { isMarked, keyMarksOf } from "./key-marks.ts";

const OPENSSL = "openssl";

const certificateFor = async (type: KeyType): Promise<string> => {
  const privateKey = await makeKey(type);
  const now = fromIso("2026-11-21");
  return signCertificate({
    subject: {},
    issuer: { privateKey, name: { commonName: "Test" } },
    publicKey: privateKey.publicKeyPem,
    serial: "01",
    notBefore: now,
    notAfter: now + DAY,
    names: ["example.com"],
  });
};

/** The hexadecimal digits that OpenSSL prints of a public key. */
const opensslPoint = (certificate: string, form: "compressed" | "uncompressed"): string => {
  const key = execFileSync(OPENSSL, ["x509", "-noout", "-pubkey"], { input: certificate });
  const printed = execFileSync(OPENSSL, ["ec", "-pubin", "-noout", "-text", "-conv_form", form], {
    input: key,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return (/pub:\s*([0-9a-f:\s]+)/.exec(printed.toString())?.[1] ?? "").replaceAll(/[^0-9a-f]/g, "");
};

describe("the marks of a key", () => {
  it("are its modulus, however it is written", async () => {
    const certificate = await certificateFor("rsa-2048");
    const printed = execFileSync(OPENSSL, ["x509", "-noout", "-modulus"], { input: certificate }).toString();
    const modulus = printed.trim().replace("Modulus=", "");
    const marks = keyMarksOf(certificate);
    expect(isMarked({ id: "k", modulus, ecdsa_public: null }, marks)).toBe(true);
    expect(isMarked({ id: "k", modulus: `00${modulus.toLowerCase()}` }, marks)).toBe(true);
    expect(isMarked({ id: "k", modulus: modulus.slice(2) }, marks)).toBe(false);
  });

  it.each(["ec-p256", "ec-p384"] as const)("are its point on %s, compressed or whole", async (type) => {
    const certificate = await certificateFor(type);
    for (const form of ["compressed", "uncompressed"] as const) {
      const key = { id: "k", modulus: null, ecdsa_public: opensslPoint(certificate, form) };
      expect(isMarked(key, keyMarksOf(certificate))).toBe(true);
      expect(isMarked(key, keyMarksOf(await certificateFor(type)))).toBe(false);
    }
  });

  it("are in no key without a public half", async () => {
    expect(isMarked({ id: "k" }, keyMarksOf(await certificateFor("ec-p256")))).toBe(false);
  });
});
