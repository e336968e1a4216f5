import { makeKey, Secret, signCertificate } from "@hostseal/pki";
import { DAY, type DomainName, fromIso } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { judgeCertificate, type JudgeWish } from "./judge-certificate.ts";
import { keyTrouble } from "./judge-key.ts";

const at = fromIso("2026-11-21");
const name = "www.example.com" as DomainName;

const issue = async () => {
  const [rootKey, issuerKey, key] = [await makeKey("ec-p256"), await makeKey("ec-p256"), await makeKey("ec-p256")];
  const times = { notBefore: at - DAY, notAfter: at + DAY };
  const subject = { commonName: "Root" };
  const root = await signCertificate({
    ...times,
    serial: "01",
    subject,
    issuer: { name: subject, privateKey: rootKey },
    publicKey: rootKey.publicKeyPem,
    ca: {},
  });
  const above = await signCertificate({
    ...times,
    serial: "02",
    subject: { commonName: "Issuer" },
    issuer: { certificate: root, privateKey: rootKey },
    publicKey: issuerKey.publicKeyPem,
    ca: { pathLength: 0 },
  });
  const leaf = await signCertificate({
    ...times,
    serial: "03",
    subject: {},
    issuer: { certificate: above, privateKey: issuerKey },
    publicKey: key.publicKeyPem,
    names: ["*.example.com"],
  });
  return { root, above, leaf, key: key.pem, otherKey: issuerKey.pem };
};

let made: Awaited<ReturnType<typeof issue>>;
beforeAll(async () => {
  made = await issue();
});

const judge = (change: Partial<JudgeWish> = {}) =>
  judgeCertificate({ certificate: made.leaf, chain: [made.above], name, at, roots: [made.root], ...change });

describe("a certificate", () => {
  test("fits a name it covers, and is written with its chain behind it", () => {
    const judged = judge();
    expect(judged.kind === "fit" && judged.bundle.match(/BEGIN CERTIFICATE/g)?.length).toBe(2);
  });

  test("is told from one for other names", () => {
    expect(judge({ name: "example.org" as DomainName })).toMatchObject({
      because: expect.stringContaining("not for example.org"),
    });
  });

  test.each([
    ["expired", at + 2 * DAY, "expired at"],
    ["not yet valid", at - 2 * DAY, "valid only from"],
  ])("is refused when it is %s", (_title, moment, words) => {
    expect(judge({ at: moment })).toMatchObject({ kind: "unfit", because: expect.stringContaining(words) });
  });

  test("is refused when an intermediate is missing, which is named", () => {
    expect(judge({ chain: [] })).toMatchObject({ because: expect.stringContaining("Issuer") });
  });

  test("is refused when its chain is in the wrong order", () => {
    expect(judge({ chain: [made.root, made.above] })).toMatchObject({ because: expect.stringContaining("belongs") });
  });

  test("is refused when it is none", () => {
    expect(judge({ certificate: "no", chain: [] })).toMatchObject({ because: "it cannot be read" });
  });
});

describe("a private key", () => {
  test("fits its certificate and no other", () => {
    expect(keyTrouble(made.key, made.leaf)).toBeUndefined();
    expect(keyTrouble(made.otherKey, made.leaf)).toContain("does not belong");
  });

  test("is refused when it is encrypted or none, without a word of it", () => {
    const locked = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nTUlJ\n-----END ENCRYPTED PRIVATE KEY-----\n";
    expect(keyTrouble(new Secret(locked), made.leaf)).toContain("encrypted");
    expect(keyTrouble(new Secret("nonsense"), made.leaf)).toBe("the private key cannot be read");
  });
});
