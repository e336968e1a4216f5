import * as fc from "fast-check";
import { expect, test } from "vitest";
import { makeLeaf, makeRoot } from "../test/authority.ts";
import { openssl } from "../test/openssl.ts";
import { decodeCsr } from "./decode-csr.ts";
import { makeKey } from "./make-key.ts";
import { toPem } from "./pem.ts";

const PEM = `-----BEGIN CERTIFICATE REQUEST-----
MIIBGDCBvwIBADAcMRowGAYDVQQDDBFzaG9wLmV4YW1wbGUudGVzdDBZMBMGByqG
SM49AgEGCCqGSM49AwEHA0IABB6LTlP5iOdyZ0Fw/Knj9iBVTtUW1//OZgk2Slnj
a20gM52GWA6yet1f6mmG0st0tI+PuN+G/7ZRCEd9SxFshbWgQTA/BgkqhkiG9w0B
CQ4xMjAwMC4GA1UdEQQnMCWCEXNob3AuZXhhbXBsZS50ZXN0ghB3d3cuZXhhbXBs
ZS50ZXN0MAoGCCqGSM49BAMCA0gAMEUCIC7+EzULw9+cFDho8wkDIuTz4CXe22Ry
XLGx1aE0mAJpAiEA2E+eghHWOQ/VO0qJgJlFQ9cfAhvGeao0jXO9c5EnAzo=
-----END CERTIFICATE REQUEST-----
`;
const DER = Buffer.from(PEM.replaceAll(/-----.*-----|\s/g, ""), "base64");

test("reads every fact of a request, with the digests that validation tokens are made from", () => {
  expect(decodeCsr(PEM)).toMatchObject({
    kind: "csr",
    csr: {
      pem: PEM,
      names: ["shop.example.test", "www.example.test"],
      otherNames: [],
      commonName: "shop.example.test",
      subject: "CN=shop.example.test",
      key: { algorithm: "ec", curve: "P-256" },
      signatureScheme: "ecdsa",
      signatureHash: "sha256",
      selfSigned: true,
      md5: "b389eeceb3f862d31f8a2419a679759e",
      sha256: "15f135231e7f02fac31afe32ea5bb849584c4f99bad2cd7e3b2693de117eedc5",
    },
  });
});

test.each([
  ["Windows line ends", PEM.replaceAll("\n", "\r\n")],
  ["line ends written out", PEM.replaceAll("\n", String.raw`\n`)],
  ["one long line", PEM.replaceAll("\n", " ")],
  ["indentation and blank lines", PEM.replaceAll("\n", "\n\n\t  ")],
  ["a mail around it", `Hello,\nhere is my request:\n\n${PEM}\nRegards - Bob -----\n`],
  ["no armour", DER.toString("base64")],
  ["the older label", PEM.replaceAll("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST")],
  ["itself twice", PEM + PEM],
  ["a byte order mark", `\uFEFF${PEM}`],
])("reads a request with %s", (_, text) => {
  expect(decodeCsr(text)).toMatchObject({ kind: "csr", csr: { pem: PEM } });
});

test.each([
  ["empty", "  \r\n"],
  ["too-large", `${PEM}${" ".repeat(65_536)}`],
  ["no-request", "please make me a certificate!"],
  ["cut-off", PEM.slice(0, 300)],
  ["cut-off", PEM.slice(100)],
  ["not-base64", PEM.replace("MIIB", "M*IB")],
  ["not-a-request", PEM.replace("MIIB", "MIIC")],
  ["not-a-request", toPem("CERTIFICATE REQUEST", new Uint8Array([0x30, 0]))],
  ["pkcs7-pasted", "-----BEGIN PKCS7-----\nMAA=\n-----END PKCS7-----"],
] as const)("says %s when that is what is wrong", (because, text) => {
  expect(decodeCsr(text)).toEqual({ kind: "malformed", because });
});

test("tells two different requests in one paste apart from the same one twice", async () => {
  const other = await openssl([
    "req",
    "-new",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-keyout",
    "/dev/null",
    "-subj",
    "/CN=a.example.com",
  ]);
  expect(decodeCsr(PEM + other.stdout.toString())).toEqual({ kind: "malformed", because: "several-requests" });
});

test("notices a certificate, and a public key, pasted in place of the request", async () => {
  const { certificate, key } = await makeLeaf(await makeRoot("Root"));
  expect(decodeCsr(certificate)).toEqual({ kind: "malformed", because: "certificate-pasted" });
  expect(decodeCsr(key.publicKeyPem)).toEqual({ kind: "malformed", because: "public-key-pasted" });
});

test("warns of a pasted private key before anything else, even beside a good request", async () => {
  const key = (await makeKey("ec-p256")).pem.reveal();
  const because = "private-key-pasted";
  expect(decodeCsr(key)).toEqual({ kind: "malformed", because });
  expect(decodeCsr(PEM + key)).toEqual({ kind: "malformed", because });
  expect(decodeCsr(key.slice(0, 100))).toEqual({ kind: "malformed", because });
  expect(decodeCsr(key.replaceAll("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"))).toEqual({ kind: "malformed", because });
});

test("sees that a request was changed after it was signed", () => {
  const tampered = Buffer.from(DER);
  tampered.write("evil", tampered.indexOf("shop.example.test", 60));
  expect(decodeCsr(toPem("CERTIFICATE REQUEST", tampered))).toMatchObject({ kind: "csr", csr: { selfSigned: false } });
});

test.each([
  [["rsa:2048"], ["-sigopt", "rsa_padding_mode:pss"], { signatureScheme: "rsa-pss", signatureHash: "sha256" }],
  [["rsa:2048"], ["-sha1"], { signatureScheme: "rsa", signatureHash: "sha1" }],
  [["ed25519"], [], { signatureScheme: "eddsa", key: { algorithm: "ed25519" } }],
  [["rsa-pss"], [], { signatureScheme: "rsa-pss", key: { algorithm: "rsa-pss" } }],
  [["ec", "-pkeyopt", "ec_paramgen_curve:secp521r1"], [], { key: { algorithm: "ec", curve: "P-521" } }],
  [["ec", "-pkeyopt", "ec_paramgen_curve:secp256k1"], [], { key: { algorithm: "ec", curve: "secp256k1" } }],
])("reads what openssl makes with -newkey %s %s", async (newKey, options, facts) => {
  const args = [
    "req",
    "-new",
    "-newkey",
    ...newKey,
    ...options,
    "-nodes",
    "-keyout",
    "/dev/null",
    "-subj",
    "/CN=a.example.com",
  ];
  const { stdout } = await openssl(args);
  expect(decodeCsr(stdout.toString())).toMatchObject({ kind: "csr", csr: { selfSigned: true, ...facts } });
});

test("keeps addresses and mail names apart from DNS names, and takes kinds it does not know", async () => {
  const san =
    "subjectAltName=DNS:a.example.com,IP:192.0.2.1,IP:2001:db8::1,email:a@example.com,URI:https://x/,otherName:1.2.3.4;UTF8:hi";
  const { stdout } = await openssl([
    "req",
    "-new",
    "-newkey",
    "ed25519",
    "-nodes",
    "-keyout",
    "/dev/null",
    "-subj",
    "/",
    "-addext",
    san,
  ]);
  const decoded = decodeCsr(stdout.toString());
  if (decoded.kind !== "csr") throw new Error(decoded.because);
  expect(decoded.csr.names).toEqual(["a.example.com"]);
  expect(decoded.csr.otherNames.slice(0, 4)).toEqual([
    "ip:192.0.2.1",
    "ip:2001:0db8:0000:0000:0000:0000:0000:0001",
    "email:a@example.com",
    "uri:https://x/",
  ]);
  expect(decoded.csr.otherNames[4]).toMatch(/^other:/);
  expect(decoded.csr).not.toHaveProperty("commonName");
});

test("never throws on any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) =>
      ["csr", "malformed"].includes(decodeCsr(text).kind),
    ),
  );
});

test("never throws on any bytes in armour", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 600 }),
      (bytes) => decodeCsr(toPem("CERTIFICATE REQUEST", bytes)).kind === "malformed",
    ),
  );
});

test("survives any change of a few bytes, and never takes the result for properly signed", () => {
  const change = fc.tuple(fc.nat(DER.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(fc.uniqueArray(change, { minLength: 1, maxLength: 4, selector: ([place]) => place }), (changes) => {
      const bytes = Buffer.from(DER);
      for (const [place, mask] of changes) bytes.writeUInt8(bytes.readUInt8(place) ^ mask, place);
      const decoded = decodeCsr(toPem("CERTIFICATE REQUEST", bytes));
      return decoded.kind === "malformed" || !decoded.csr.selfSigned;
    }),
    { numRuns: 1_000 },
  );
});

test.each([0, 198])("takes no request whose SEQUENCE at byte %d calls itself primitive", (place) => {
  const bytes = Buffer.from(DER);
  bytes.writeUInt8(0x10, place);
  expect(DER[place]).toBe(0x30);
  expect(decodeCsr(toPem("CERTIFICATE REQUEST", bytes)).kind).toBe("malformed");
});

test.each([
  ["thousands of markers", "-----BEGIN CERTIFICATE REQUEST-----\n".repeat(1_800)],
  ["thousands of dashes", "-".repeat(65_000)],
  ["deeply nested values", toPem("CERTIFICATE REQUEST", new Uint8Array(40_000).fill(0x30))],
  ["indefinite lengths in each other", toPem("CERTIFICATE REQUEST", Buffer.from("3080".repeat(20_000), "hex"))],
  ["thousands of empty values", toPem("CERTIFICATE REQUEST", Buffer.from(`3082a000${"0500".repeat(20_480)}`, "hex"))],
  [
    "one endless object identifier",
    toPem("CERTIFICATE REQUEST", Buffer.from(`3082a0040682a000${"ff".repeat(40_960)}`, "hex")),
  ],
])("answers within a second to %s", (_, text) => {
  const start = performance.now();
  expect(decodeCsr(text).kind).toBe("malformed");
  expect(performance.now() - start).toBeLessThan(1_000);
});
