import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { openssl } from "../test/openssl.ts";
import { KEY_TYPES, makeKey } from "./make-key.ts";

test.each([
  ["rsa-2048", "(2048 bit"],
  ["rsa-3072", "(3072 bit"],
  ["rsa-4096", "(4096 bit"],
  ["ec-p256", "prime256v1"],
  ["ec-p384", "secp384r1"],
] as const)("makes a %s key that openssl finds sound, in PKCS#8", async (type, described) => {
  const { pem } = await makeKey(type);
  const { text } = await openssl(["pkey", "-check", "-text", "-noout"], pem.reveal());
  expect(pem.reveal()).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  expect(text).toContain("Key is valid");
  expect(text).toContain(described);
});

test("offers exactly the kinds public authorities take", () => {
  expect(KEY_TYPES).toEqual(["rsa-2048", "rsa-3072", "rsa-4096", "ec-p256", "ec-p384"]);
});

test("names the pair by the digest of its public half, as openssl computes it", async () => {
  const key = await makeKey("ec-p256");
  const { stdout } = await openssl(["pkey", "-pubout", "-outform", "DER"], key.pem.reveal());
  expect(key.publicKeySha256).toBe(createHash("sha256").update(stdout).digest("hex"));
});

test("never makes the same key twice, and never prints it", async () => {
  const [one, other] = await Promise.all([makeKey("ec-p256"), makeKey("ec-p256")]);
  expect(one.publicKeySha256).not.toBe(other.publicKeySha256);
  expect(inspect(one) + JSON.stringify(one)).not.toContain("PRIVATE KEY");
});
