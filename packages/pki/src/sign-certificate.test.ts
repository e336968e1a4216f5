import { expect, test } from "vitest";
import { DAY, makeIntermediate, makeLeaf, makeRoot, NOW } from "../test/authority.ts";
import { openssl, run, withFiles } from "../test/openssl.ts";
import { makeKey } from "./make-key.ts";
import { SERVER_AUTH } from "./purposes.ts";
import { signCertificate } from "./sign-certificate.ts";

const seconds = (instant: number): string => String(Math.floor(instant / 1_000));

test("signs a root, an intermediate and a leaf that openssl verifies as a TLS server's chain", async () => {
  const root = await makeRoot("Root");
  const sub = await makeIntermediate(root, "Sub", { ca: { pathLength: 0 }, ekus: [SERVER_AUTH] });
  const leaf = await makeLeaf(sub, { names: ["www.example.com"] });
  const files = { root: root.certificate, sub: sub.certificate, leaf: leaf.certificate };
  await withFiles(files, async (path) => {
    const args = ["verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname", "www.example.com"];
    const trust = ["-attime", seconds(NOW), "-CAfile", path("root"), "-untrusted", path("sub")];
    expect((await openssl([...args, ...trust, path("leaf")])).text).toMatch(/leaf: OK/);
    const late = ["-attime", seconds(NOW + 91 * DAY), "-CAfile", path("root"), "-untrusted", path("sub")];
    expect((await run("openssl", [...args, ...late, path("leaf")])).text).toContain("has expired");
  });
});

test("writes everything a public certificate carries", async () => {
  const root = await makeRoot("Root");
  const { certificate } = await makeLeaf(root, {
    subject: {
      commonName: "www.example.com",
      organisation: { name: "Example Ltd", country: "GB", region: "Kent", city: "Dover" },
      extended: { businessCategory: "Private Organization", jurisdictionCountry: "GB", registrationNumber: "0123" },
    },
    policyOids: ["2.23.140.1.1"],
    aiaUrls: { issuer: "http://ca.example.com/root.cer", ocsp: "http://ocsp.example.com" },
    crlUrls: ["http://ca.example.com/root.crl"],
  });
  const { text } = await openssl(["x509", "-noout", "-text", "-nameopt", "sep_comma_plus_space,sname"], certificate);
  for (const line of [
    "Subject: jurisdictionC=GB, businessCategory=Private Organization, serialNumber=0123, C=GB, ST=Kent, L=Dover, O=Example Ltd, CN=www.example.com",
    "CA:FALSE",
    "Digital Signature\n",
    "TLS Web Server Authentication\n",
    "Policy: 2.23.140.1.1",
    "DNS:www.example.com",
    "CA Issuers - URI:http://ca.example.com/root.cer",
    "OCSP - URI:http://ocsp.example.com",
    "URI:http://ca.example.com/root.crl",
    "Signature Algorithm: ecdsa-with-SHA384",
  ]) {
    expect(text).toContain(line);
  }
  expect(text).not.toMatch(/Subject Alternative Name: critical/);
});

test("marks the alternative names critical when the subject is empty", async () => {
  const { certificate } = await makeLeaf(await makeRoot("Root"));
  const { text } = await openssl(["x509", "-noout", "-ext", "subjectAltName"], certificate);
  expect(text).toMatch(/Subject Alternative Name: critical/);
});

test("signs with an RSA key too", async () => {
  const key = await makeKey("rsa-2048");
  const wish = {
    subject: {},
    names: ["a.example.com"],
    publicKey: key.publicKeyPem,
    notBefore: NOW,
    notAfter: NOW + DAY,
  };
  const certificate = await signCertificate({
    ...wish,
    serial: "1",
    issuer: { privateKey: key, name: { commonName: "R" } },
  });
  expect((await openssl(["x509", "-noout", "-text"], certificate)).text).toContain("sha256WithRSAEncryption");
});

test.each(["", "0", "000", "xyz", "1".repeat(41), "-1"])("refuses the serial %j", async (serial) => {
  await expect(makeLeaf(await makeRoot("Root"), { serial })).rejects.toThrow(TypeError);
});

test("refuses an issuer whose certificate cannot be read", async () => {
  const root = await makeRoot("Root");
  await expect(makeLeaf({ ...root, certificate: "none" })).rejects.toThrow("The issuer's certificate cannot be read");
});
