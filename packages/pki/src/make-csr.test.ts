import type { DomainName } from "@hostseal/rules";
import { expect, test } from "vitest";
import { openssl } from "../test/openssl.ts";
import { decodeCsr } from "./decode-csr.ts";
import { makeCsr } from "./make-csr.ts";
import { makeKey } from "./make-key.ts";
import { Secret } from "./secret.ts";

const names = (...list: string[]) => list as DomainName[];
const described = async (csr: string): Promise<string> =>
  (await openssl(["req", "-verify", "-text", "-noout", "-nameopt", "RFC2253"], csr)).text;

test.each([
  ["rsa-2048", "sha256WithRSAEncryption"],
  ["ec-p256", "ecdsa-with-SHA256"],
  ["ec-p384", "ecdsa-with-SHA384"],
] as const)("asks with a %s key, signed by %s, and openssl verifies it", async (type, algorithm) => {
  const csr = await makeCsr({ key: await makeKey(type), names: names("shop.example.com", "*.example.com") });
  const text = await described(csr);
  expect(text).toContain("verify OK");
  expect(text).toContain(`Signature Algorithm: ${algorithm}`);
  expect(text).toContain("Subject: CN=shop.example.com\n");
  expect(text).toContain("DNS:shop.example.com, DNS:*.example.com");
});

test("leaves the common name out when the first name is longer than 64 characters", async () => {
  const long = `${"a".repeat(60)}.example.com`;
  const text = await described(await makeCsr({ key: await makeKey("ec-p256"), names: names(long, "b.example.com") }));
  expect(text).toMatch(/Subject: *\n/);
  expect(text).toContain(`DNS:${long}, DNS:b.example.com`);
});

test("keeps a first name of exactly 64 characters as the common name", async () => {
  const name = `${"a".repeat(52)}.example.com`;
  const text = await described(await makeCsr({ key: await makeKey("ec-p256"), names: names(name) }));
  expect(text).toContain(`Subject: CN=${name}\n`);
});

test("carries the organisation for OV, letters beyond ASCII and marks that name syntaxes give a meaning included", async () => {
  const csr = await makeCsr({
    key: await makeKey("ec-p256"),
    names: names("www.example.com"),
    organisation: { name: '#Müller "& Söhne", Inc.', country: "DE", region: "Bayern", city: "München" },
  });
  const { text } = await openssl(["req", "-subject", "-noout", "-nameopt", "utf8,sep_comma_plus_space,sname"], csr);
  expect(text.trim()).toBe('subject=C=DE, ST=Bayern, L=München, O=#Müller "& Söhne", Inc., CN=www.example.com');
});

test("refuses a country that is not a two-letter code", async () => {
  const wish = { key: await makeKey("ec-p256"), names: names("www.example.com") };
  await expect(makeCsr({ ...wish, organisation: { name: "X", country: "Germany" } })).rejects.toThrow(TypeError);
});

test("refuses to ask for nothing", async () => {
  await expect(makeCsr({ key: await makeKey("ec-p256"), names: [] })).rejects.toThrow(TypeError);
});

test("takes a key as a PEM of its own, in the older forms too", async () => {
  const { stdout } = await openssl(["ecparam", "-name", "prime256v1", "-genkey", "-noout"]);
  const csr = await makeCsr({ key: new Secret(stdout.toString()), names: names("www.example.com") });
  expect(decodeCsr(csr)).toMatchObject({ kind: "csr", csr: { selfSigned: true } });
});

test("refuses a key no authority takes, and text that is no key, without repeating it", async () => {
  const { stdout } = await openssl(["genpkey", "-algorithm", "ed25519"]);
  const wish = { names: names("www.example.com") };
  await expect(makeCsr({ ...wish, key: new Secret(stdout.toString()) })).rejects.toThrow("Only RSA, P-256 and P-384");
  await expect(makeCsr({ ...wish, key: new Secret("my secret text") })).rejects.toThrow(
    /^The private key is not an unencrypted PEM private key$/,
  );
});
