import { expect, test } from "vitest";
import { openssl, run } from "../../test/openssl.ts";
import { KEY_TYPES, makeKey } from "../make-key.ts";
import { Secret } from "../secret.ts";
import { toEncryptedPkcs8 } from "./to-encrypted-pkcs8.ts";

const passphrase = new Secret("a pass-phrase, with ümläuts");

test.each(KEY_TYPES)("an encrypted %s key is opened by openssl with its passphrase and no other", async (type) => {
  const key = await makeKey(type);
  const sealed = await toEncryptedPkcs8(key, passphrase);
  const opened = await openssl(["pkey", "-passin", `pass:${passphrase.reveal()}`], sealed);
  expect(opened.stdout.toString()).toBe(key.pem.reveal());
  expect((await run("openssl", ["pkey", "-passin", "pass:another"], sealed)).code).not.toBe(0);
});

test("is DER throughout, with AES-256 under 600,000 rounds of PBKDF2 with HMAC-SHA-256", async () => {
  const sealed = await toEncryptedPkcs8(await makeKey("rsa-4096"), passphrase);
  const { text } = await openssl(["asn1parse"], sealed);
  for (const part of ["PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", "INTEGER           :0927C0"]) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(/cons: OCTET STRING/);
  expect(sealed).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
});

test("refuses an empty passphrase and a key that is none", async () => {
  await expect(toEncryptedPkcs8(await makeKey("ec-p256"), new Secret(""))).rejects.toThrow(TypeError);
  await expect(toEncryptedPkcs8(new Secret("no key"), passphrase)).rejects.toThrow(TypeError);
});
