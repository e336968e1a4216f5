import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { DAY, type Holder, makeIntermediate, makeLeaf, makeRoot, NOW } from "../test/authority.ts";
import { openssl } from "../test/openssl.ts";
import { fingerprint } from "./fingerprint.ts";
import { toPem } from "./pem.ts";
import { CLIENT_AUTH, SERVER_AUTH } from "./purposes.ts";
import { readCertificate } from "./read-certificate.ts";
import { splitPem } from "./split-pem.ts";

let root: Holder;
let leaf: Holder;
let leafDer: Buffer;

beforeAll(async () => {
  root = await makeRoot("Test Root");
  leaf = await makeLeaf(root, {
    subject: { commonName: "www.example.com", organisation: { name: "Example, Ltd", country: "GB", city: "Leeds" } },
    names: ["www.example.com", "*.shop.example.com"],
    serial: "00ff01",
    policyOids: ["2.23.140.1.2.2"],
    ekus: [SERVER_AUTH, CLIENT_AUTH],
  });
  leafDer = Buffer.from(leaf.certificate.replaceAll(/-----.*-----|\s/g, ""), "base64");
});

const facts = (input: string | Uint8Array) => {
  const read = readCertificate(input);
  if (read.kind === "malformed") throw new Error(read.because);
  return read.certificate;
};

test("reads what a leaf says", () => {
  const { authorityKeyId, subjectKeyId } = facts(root.certificate);
  expect(authorityKeyId).toBeUndefined();
  expect(facts(leaf.certificate)).toMatchObject({
    pem: leaf.certificate,
    serial: "ff01",
    notBefore: NOW - DAY,
    notAfter: NOW + 90 * DAY,
    names: ["www.example.com", "*.shop.example.com"],
    commonName: "www.example.com",
    subject: String.raw`C=GB, L=Leeds, O=Example\, Ltd, CN=www.example.com`,
    issuer: "CN=Test Root",
    publicKeySha256: leaf.key.publicKeySha256,
    key: { algorithm: "ec", curve: "P-256" },
    isCa: false,
    policyOids: ["2.23.140.1.2.2"],
    ekus: [SERVER_AUTH, CLIENT_AUTH],
    authorityKeyId: subjectKeyId,
  });
});

test("reads what an authority may do", async () => {
  const intermediate = await makeIntermediate(root, "Sub", { ca: { pathLength: 0 } });
  expect(facts(root.certificate)).toMatchObject({ isCa: true, names: [], ekus: [] });
  expect(facts(root.certificate)).not.toHaveProperty("pathLength");
  expect(facts(intermediate.certificate)).toMatchObject({ isCa: true, pathLength: 0 });
});

test("agrees with openssl on fingerprints", async () => {
  for (const hash of ["sha1", "sha256"] as const) {
    const { text } = await openssl(["x509", "-noout", "-fingerprint", `-${hash}`], leaf.certificate);
    const printed = text.trim().split("=")[1]?.replaceAll(":", "").toLowerCase();
    expect([facts(leaf.certificate)[hash], fingerprint(leaf.certificate)[hash]]).toEqual([printed, printed]);
  }
});

test("reads dates beyond 2049, which are written in another form", async () => {
  const notAfter = Date.parse("2061-03-04T05:06:07Z");
  expect(facts((await makeRoot("Old", { notAfter })).certificate).notAfter).toBe(notAfter);
});

test("reads a first version certificate, which has no extensions", async () => {
  const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "/dev/null", "-subj", "/CN=old"];
  const v1 = await openssl([...made, "-config", "/dev/null"]);
  expect(facts(v1.stdout.toString())).toMatchObject({ subject: "CN=old", issuer: "CN=old", key: { bits: 2048 } });
});

test("takes DER, bare base64, and the first of several blocks", () => {
  const pem = leaf.certificate;
  const inputs = [leafDer, leafDer.toString("base64"), `text\n${pem.replaceAll("\n", "\r\n")}${root.certificate}`];
  expect(inputs.map((input) => facts(input).pem)).toEqual([pem, pem, pem]);
});

test.each([
  ["no-certificate", "hello, world"],
  ["no-certificate", ""],
  ["not-a-certificate", new Uint8Array()],
  ["not-a-certificate", "AAAA"],
  ["too-large", "A".repeat(300_000)],
])("says %s", (because, input) => {
  expect(readCertificate(input)).toEqual({ kind: "malformed", because });
});

test("says which key it cannot read", () => {
  const damaged = Buffer.from(leafDer);
  const curve = Buffer.from("06082a8648ce3d030107", "hex");
  damaged.writeUInt8(0x7e, damaged.indexOf(curve) + curve.length - 1);
  expect(readCertificate(damaged)).toEqual({ kind: "malformed", because: "unreadable-key" });
});

test("splits a bundle into its certificates, passing over everything else", () => {
  const bundle = `# comment\n${leaf.certificate}-----BEGIN CERTIFICATE-----\n***\n-----END CERTIFICATE-----\r\n${leaf.key.publicKeyPem}${root.certificate.trim()}`;
  expect(splitPem(bundle)).toEqual([leaf.certificate, root.certificate]);
  expect(splitPem("")).toEqual([]);
});

test("never throws on any bytes or text", () => {
  const input = fc.oneof(fc.uint8Array({ maxLength: 500 }), fc.string({ unit: "binary", maxLength: 300 }));
  fc.assert(fc.property(input, (value) => readCertificate(value).kind === "malformed"));
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => splitPem(text).length === 0));
});

test("survives any change of a few bytes", () => {
  const change = fc.tuple(fc.nat(leafDer.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean(), (changes, inPem) => {
      const bytes = Buffer.from(leafDer);
      for (const [place, mask] of changes) bytes.writeUInt8(bytes.readUInt8(place) ^ mask, place);
      return ["certificate", "malformed"].includes(readCertificate(inPem ? toPem("CERTIFICATE", bytes) : bytes).kind);
    }),
    { numRuns: 1_000 },
  );
});
