import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Holder, makeIntermediate, makeLeaf, makeRoot } from "../../test/authority.ts";
import { openssl, withFiles } from "../../test/openssl.ts";
import { makeKey } from "../make-key.ts";
import { Secret } from "../secret.ts";
import { signCertificate } from "../sign-certificate.ts";
import { splitPem } from "../split-pem.ts";
import { readPkcs12 } from "./read-pkcs12.ts";
import { toPkcs12 } from "./to-pkcs12.ts";

const passphrase = new Secret("W3PKL-2XA7D");
const passin = `pass:${passphrase.reveal()}`;

let sub: Holder;
let ec: Holder;
let rsa: Holder;

beforeAll(async () => {
  sub = await makeIntermediate(await makeRoot("Root"), "Sub");
  ec = await makeLeaf(sub);
  const key = await makeKey("rsa-2048");
  const issuer = { privateKey: sub.key, certificate: sub.certificate };
  const wish = { subject: {}, names: ["rsa.example.com"], notBefore: 0, notAfter: 4e12, serial: "7" };
  rsa = { key, certificate: await signCertificate({ ...wish, issuer, publicKey: key.publicKeyPem }) };
});

const holders = { ec: () => ec, rsa: () => rsa };

const pack = (holder: Holder, wish: Partial<Parameters<typeof toPkcs12>[0]> = {}) =>
  toPkcs12({ ...holder, chain: [sub.certificate], passphrase, profile: "modern", ...wish });

/** What openssl says of a file, and what it takes out of it. */
const unpacked = (file: Uint8Array, args: readonly string[]) =>
  withFiles({ "a.pfx": file }, (path) => openssl(["pkcs12", "-in", path("a.pfx"), "-passin", passin, ...args]));

describe.each([
  ["ec", "modern"],
  ["ec", "legacy"],
  ["rsa", "modern"],
  ["rsa", "legacy"],
] as const)("a file with a %s key in the %s profile", (kind, profile) => {
  test("gives openssl the key and both certificates", async () => {
    const { certificate, key } = holders[kind]();
    const { stdout } = await unpacked(await pack({ certificate, key }, { profile }), ["-nodes"]);
    expect(splitPem(stdout.toString())).toEqual([certificate, sub.certificate]);
    expect(stdout.toString()).toContain(key.pem.reveal());
  });

  test("is read back as it was written, and by nobody without the passphrase", async () => {
    const { certificate, key } = holders[kind]();
    const file = await pack({ certificate, key }, { profile });
    const read = await readPkcs12(file, passphrase);
    if (read.kind !== "opened") throw new Error(read.kind);
    expect(read.key.reveal()).toBe(key.pem.reveal());
    expect(read.certificates).toEqual([certificate, sub.certificate]);
    expect(await readPkcs12(file, new Secret("w3pkl-2xa7d"))).toEqual({ kind: "wrong-passphrase" });
  });
});

test("the modern profile seals key, certificates and integrity with AES-256 and SHA-256", async () => {
  const { text } = await unpacked(await pack(ec), ["-info", "-noout"]);
  const sealing = "PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256";
  expect(text).toContain("MAC: sha256, Iteration 100000");
  expect(text).toContain(`PKCS7 Encrypted data: ${sealing}`);
  expect(text).toContain(`Shrouded Keybag: ${sealing}`);
});

test("the legacy profile seals the key with Triple DES and leaves the certificates plain", async () => {
  const { text } = await unpacked(await pack(rsa, { profile: "legacy" }), ["-info", "-noout"]);
  expect(text).toContain("MAC: sha1, Iteration 2048");
  expect(text).toContain("Shrouded Keybag: pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048");
  expect(text).not.toContain("Encrypted data");
});

test("is DER throughout, so that strict readers take it", async () => {
  const { text } = await openssl(["asn1parse", "-inform", "DER"], await pack(rsa));
  expect(text).not.toMatch(/cons: OCTET STRING|inf/);
});

test("ties the key to its certificate and carries the name it is listed under", async () => {
  const { text } = await unpacked(await pack(ec, { friendlyName: "bücher.example" }), ["-info", "-nodes"]);
  const ids = [...text.matchAll(/localKeyID: ([0-9A-F ]+)/g)].map(([, id]) => id?.trim());
  expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  expect(text.match(/friendlyName: b/g)).toHaveLength(2);
});

test("takes passphrases beyond ASCII as openssl does", async () => {
  const umlauts = new Secret("Schlüssel für später");
  for (const profile of ["modern", "legacy"] as const) {
    const file = await pack(rsa, { profile, passphrase: umlauts });
    await withFiles({ "a.pfx": file }, (path) =>
      openssl(["pkcs12", "-in", path("a.pfx"), "-noout", "-passin", `pass:${umlauts.reveal()}`]),
    );
    expect(await readPkcs12(file, umlauts)).toMatchObject({ kind: "opened" });
  }
});

test.each([
  ["a key that is not the certificate's", () => ({ key: rsa.key })],
  ["an empty passphrase", () => ({ passphrase: new Secret("") })],
  ["a chain that cannot be read", () => ({ chain: ["none"] })],
])("refuses %s", async (_, wrong) => {
  await expect(pack(ec, wrong())).rejects.toThrow(TypeError);
});

const written = (holder: Holder, args: readonly string[]): Promise<Uint8Array> =>
  withFiles({ key: holder.key.pem.reveal(), cert: holder.certificate, chain: sub.certificate }, async (path) => {
    const files = ["-inkey", path("key"), "-in", path("cert"), "-certfile", path("chain")];
    return (await openssl(["pkcs12", "-export", ...files, "-passout", passin, ...args])).stdout;
  });

describe("reading what openssl wrote", () => {
  test.each([
    ["by default", []],
    ["the old way, with 40-bit RC2", ["-legacy"]],
    ["with Triple DES for all", ["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"]],
    ["with AES-128 and a SHA-512 check", ["-keypbe", "AES-128-CBC", "-certpbe", "AES-128-CBC", "-macalg", "sha512"]],
    ["without any encryption", ["-keypbe", "NONE", "-certpbe", "NONE"]],
    ["without an integrity check", ["-nomac"]],
    ["with many rounds", ["-iter", "100001"]],
  ])("%s", async (_, args) => {
    for (const holder of [ec, rsa]) {
      const read = await readPkcs12(await written(holder, args), passphrase);
      if (read.kind !== "opened") throw new Error(JSON.stringify(read));
      expect(read.key.reveal()).toBe(holder.key.pem.reveal());
      expect(read.certificates).toEqual([holder.certificate, sub.certificate]);
    }
  });

  test.each([[[]], [["-legacy"]], [["-nomac"]]])("knows a wrong passphrase (%s)", async (args) => {
    expect(await readPkcs12(await written(rsa, args), new Secret("wrong"))).toEqual({ kind: "wrong-passphrase" });
  });

  test("says when there is no key", async () => {
    const file = await withFiles({ chain: sub.certificate }, (path) =>
      openssl(["pkcs12", "-export", "-nokeys", "-in", path("chain"), "-passout", passin]),
    );
    expect(await readPkcs12(file.stdout, passphrase)).toEqual({ kind: "malformed", because: "no-key" });
  });

  test("refuses to compute for as long as the file would like", async () => {
    const file = Buffer.from(await written(ec, ["-iter", "70000"]));
    const [count, millions] = [Buffer.from("0203011170", "hex"), Buffer.from("02037fffff", "hex")];
    for (let place = file.indexOf(count); place >= 0; place = file.indexOf(count)) millions.copy(file, place);
    const start = performance.now();
    expect(await readPkcs12(file, passphrase)).toEqual({ kind: "malformed", because: "unsupported-protection" });
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

test("never throws on any bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect((await readPkcs12(bytes, passphrase)).kind).toBe("malformed");
    }),
  );
});

test("never gives out another key or chain when a byte was changed", async () => {
  const file = Buffer.from(await pack(ec, { profile: "legacy" }));
  const original = [ec.key.pem.reveal(), ec.certificate, sub.certificate];
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
      const bytes = Buffer.from(file);
      bytes.writeUInt8(bytes.readUInt8(place) ^ mask, place);
      const read = await readPkcs12(bytes, passphrase);
      if (read.kind === "opened") expect([read.key.reveal(), ...read.certificates]).toEqual(original);
    }),
    { numRuns: 150 },
  );
});

test("refuses a file of more than a megabyte unread", async () => {
  expect(await readPkcs12(randomBytes(1_048_577), passphrase)).toEqual({ kind: "malformed", because: "too-large" });
});
