import { keyMatches, makeKey, readPkcs12, Secret, signCertificate } from "@hostseal/pki";
import { DAY, type DomainName, fromIso } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleOrder } from "../../test/sample-order.ts";
import { asId } from "../identifiers.ts";
import type { HandedOver } from "./hand-over-key.ts";
import { ARCHIVE_FORMATS, sealHandedOver } from "./seal-handed-over.ts";

const START = fromIso("2026-11-21");
const SHOP = asId<DomainName>("shop.example.com");

const CODE = new Secret("7KQ2M-AAAAA-BBBBB-CCCCC-DDDDD");

const handOver = async (): Promise<HandedOver> => {
  const key = await makeKey("ec-p256");
  const leaf = await signCertificate({
    subject: {},
    issuer: { name: { commonName: "Test" }, privateKey: key },
    publicKey: key.publicKeyPem,
    serial: "0102",
    notBefore: START,
    notAfter: START + DAY,
    names: [SHOP],
  });
  const { certificate } = sampleOrder("shop", { names: [SHOP] });
  if (!certificate) throw new TypeError("the sample order has no certificate");
  return { key: key.pem, certificate: { ...certificate, leaf, chain: [] } };
};

describe("every form in which a key is handed over", () => {
  let handedOver: HandedOver;
  beforeAll(async () => {
    handedOver = await handOver();
  });

  test.each(ARCHIVE_FORMATS)("%s holds no key that can be read without the code", async (format) => {
    const content = Buffer.from(await sealHandedOver[format]({ handedOver, code: CODE, at: START })).toString("latin1");
    const inTheClear = handedOver.key.reveal().split("\n")[1] ?? "no key";
    expect(content).not.toContain(inTheClear);
    expect(content).not.toContain("BEGIN PRIVATE KEY");
    expect(content).not.toContain(CODE.reveal());
  });

  test("PKCS#12 opens with the code to the same key", async () => {
    const read = await readPkcs12(await sealHandedOver.pkcs12({ handedOver, code: CODE, at: START }), CODE);
    expect(read.kind === "opened" && keyMatches(handedOver.certificate.leaf, read.key)).toBe(true);
  });

  test("PEM holds an encrypted key before the certificate", async () => {
    const text = Buffer.from(await sealHandedOver.pem({ handedOver, code: CODE, at: START })).toString();
    expect(text).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----[\s\S]+-----BEGIN CERTIFICATE-----/);
  });

  test("ZIP names its entries plainly and starts as a ZIP does", async () => {
    const text = Buffer.from(await sealHandedOver.zip({ handedOver, code: CODE, at: START })).toString("latin1");
    expect(text.startsWith("PK\u0003\u0004")).toBe(true);
    for (const entry of ["private-key.pem", "certificate.pem", "chain.pem", "fullchain.pem"])
      expect(text).toContain(entry);
  });
});
