import { makeKey, signCertificate } from "@hostseal/pki";
import type { PrivateKey } from "@hostseal/pki";
import { DAY, HOUR } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { isFailure } from "../errors/failure.ts";
import { TODAY, nameOf } from "../orders/sample-order.fixture.ts";
import type { Wanted } from "./verify-collected.ts";
import { verifyCollected } from "./verify-collected.ts";

const NAMES = [nameOf("example.com"), nameOf("*.example.com")];

type Authority = { readonly key: PrivateKey; readonly pem: string };
type Leaf = { readonly names?: readonly string[]; readonly notBefore?: Instant; readonly notAfter?: Instant };

const authority = async (commonName: string, parent?: Authority): Promise<Authority> => {
  const key = await makeKey("ec-p256");
  const subject = { commonName };
  const issuer =
    parent === undefined
      ? { privateKey: key.pem, name: subject }
      : { privateKey: parent.key.pem, certificate: parent.pem };
  const life = { notBefore: TODAY - 100 * DAY, notAfter: TODAY + 3000 * DAY };
  const pem = await signCertificate({ subject, issuer, publicKey: key.publicKeyPem, serial: "01", ...life, ca: {} });
  return { key, pem };
};

describe("a certificate that an issuer sends", () => {
  let root: Authority;
  let upper: Authority;
  let lower: Authority;
  let stray: Authority;
  let ours: PrivateKey;
  let wanted: Wanted;

  beforeAll(async () => {
    root = await authority("Sample Root");
    upper = await authority("Sample Upper CA", root);
    lower = await authority("Sample Lower CA", upper);
    stray = await authority("Stray Root");
    ours = await makeKey("ec-p256");
    const { publicKeySha256 } = ours;
    wanted = { issuer: "Sample CA", publicKeySha256, names: NAMES, roots: [root.pem], now: TODAY };
  });

  const leaf = (changes: Leaf = {}, key = ours): Promise<string> =>
    signCertificate({
      subject: { commonName: "example.com" },
      issuer: { privateKey: lower.key.pem, certificate: lower.pem },
      publicKey: key.publicKeyPem,
      serial: "0c0ffee0",
      notBefore: TODAY,
      notAfter: TODAY + 199 * DAY - 1000,
      names: NAMES,
      ...changes,
    });

  const verify = (pem: string, intermediates: readonly string[], changes: Partial<Wanted> = {}) =>
    verifyCollected({ generation: 1, leaf: pem, intermediates }, { ...wanted, ...changes });

  const refusal = async (
    pem: Promise<string> | string,
    changes: Partial<Wanted> = {},
    chain = [lower.pem, upper.pem],
  ) => {
    try {
      verify(await pem, chain, changes);
    } catch (thrown) {
      if (isFailure(thrown)) return { code: thrown.code, message: thrown.message };
      throw thrown;
    }
    throw new Error("it was taken");
  };

  test("is taken as it is, with its chain in order and without the root", async () => {
    const pem = await leaf();
    const taken = verify(pem, [lower.pem, upper.pem]);
    expect(taken).toMatchObject({ serial: "0c0ffee0", notBefore: TODAY, notAfter: TODAY + 199 * DAY - 1000 });
    expect(taken.names).toEqual(NAMES);
    expect(taken.leaf.trim()).toBe(pem.trim());
    expect(taken.chain.map((one) => one.trim())).toEqual([lower.pem.trim(), upper.pem.trim()]);
  });

  test("is taken whatever the order, with doubles, strays, junk and the root among the intermediates", async () => {
    const pem = await leaf();
    const ordered = verify(pem, [lower.pem, upper.pem]).chain;
    const messes = [
      [upper.pem, lower.pem],
      [`${upper.pem}\n${lower.pem}`],
      [root.pem, upper.pem, "no certificate", lower.pem, lower.pem, stray.pem, pem],
    ];
    for (const mess of messes) expect(verify(pem, mess).chain).toEqual(ordered);
  });

  test("is taken when it was made up to a day ahead of our clock, or for the whole legal time", async () => {
    const pem = await leaf({ notAfter: TODAY + 200 * DAY - 1000 });
    expect(verify(pem, [lower.pem, upper.pem]).notAfter).toBe(TODAY + 200 * DAY - 1000);
    const ahead = await leaf({ notBefore: TODAY + 23 * HOUR });
    expect(verify(ahead, [lower.pem, upper.pem]).notBefore).toBe(TODAY + 23 * HOUR);
  });

  test("is taken with its names in capitals, and remembered in small letters", async () => {
    const pem = await leaf({ names: ["EXAMPLE.com", "*.Example.COM"] });
    expect(verify(pem, [lower.pem, upper.pem]).names).toEqual(NAMES);
  });

  test.each([
    ["it has another key", {}, "its key is not the one of our request", true],
    ["an ordered name is missing", { names: ["example.com"] }, "it does not hold *.example.com", false],
    [
      "it holds a name that nobody ordered",
      { names: [...NAMES, "evil.example"] },
      "it holds evil.example, which nobody ordered",
      false,
    ],
    [
      "it is valid a second too long",
      { notAfter: TODAY + 200 * DAY },
      "it is valid until 2027-06-09T00:00:00Z, more than 200 days",
      false,
    ],
    ["it is over", { notBefore: TODAY - 9 * DAY, notAfter: TODAY }, "it has expired on 2026-11-21T00:00:00Z", false],
    ["it begins in two days", { notBefore: TODAY + 2 * DAY }, "it is valid from 2026-11-23T00:00:00Z only", false],
  ] as const)("is refused when %s", async (_case, changes, because, hasStrangeKey) => {
    const key = hasStrangeKey ? await makeKey("ec-p256") : ours;
    expect(await refusal(leaf(changes, key))).toEqual({
      code: "certificate.mismatch",
      message: `Sample CA sent a certificate that is not the one ordered: ${because}.`,
    });
  });

  test("is refused when it cannot be read at all", async () => {
    for (const text of ["", "<html>", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"])
      expect(await refusal(text)).toMatchObject({ code: "certificate.mismatch" });
  });

  test("is refused when its chain does not come to a trusted root", async () => {
    const pem = await leaf();
    expect(await refusal(pem, {}, [upper.pem])).toEqual({
      code: "certificate.chain",
      message: "The certificate does not lead to a trusted root: the certificate of CN=Sample Lower CA is missing.",
    });
    expect(await refusal(pem, { roots: [stray.pem] })).toMatchObject({ code: "certificate.chain" });
    const impostor = await authority("Sample Lower CA", upper);
    expect(await refusal(pem, {}, [impostor.pem, upper.pem])).toMatchObject({ code: "certificate.chain" });
  });
});
