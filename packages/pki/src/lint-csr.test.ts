import type { DomainName } from "@hostseal/rules";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openssl } from "../test/openssl.ts";
import { nextPrime, randomPrime, rocaPrime, rsaFromPrimes } from "../test/rsa-from-primes.ts";
import type { CsrFinding } from "./csr-finding.ts";
import { decodeCsr } from "./decode-csr.ts";
import { type CsrExpectation, lintCsr } from "./lint-csr.ts";
import { makeCsr } from "./make-csr.ts";
import { makeKey } from "./make-key.ts";
import type { Secret } from "./secret.ts";
import { primesBelow } from "./weak-rsa/small-primes.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");

const names = (...list: string[]) => list as DomainName[];

const lint = (pem: string, expectation: Partial<CsrExpectation> = {}): CsrFinding[] => {
  const decoded = decodeCsr(pem);
  if (decoded.kind === "malformed") throw new Error(decoded.because);
  return lintCsr(decoded.csr, { at: NOW, ...expectation });
};

const codes = (findings: readonly CsrFinding[]): string[] => findings.map(({ code }) => code);

/** A request as openssl makes it: any key, any subject, any names. */
const foreign = async (newKey: readonly string[], options: readonly string[] = []): Promise<string> => {
  const args = ["req", "-new", "-nodes", "-keyout", "/dev/null", "-newkey", ...newKey];
  const subject = options.includes("-subj") ? [] : ["-subj", "/CN=www.example.com"];
  const san = options.includes("-addext") ? [] : ["-addext", "subjectAltName=DNS:www.example.com"];
  return (await openssl([...args, ...subject, ...san, ...options])).stdout.toString();
};

const P256 = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
const withNames = (san: string, subject = "/"): Promise<string> =>
  foreign(P256, ["-subj", subject, "-addext", `subjectAltName=${san}`]);
const withKey = (key: Secret): Promise<string> => makeCsr({ key, names: names("www.example.com") });

test.each(["rsa-2048", "rsa-3072", "ec-p256", "ec-p384"] as const)(
  "finds nothing in a sound %s request",
  async (type) => {
    const wanted = names("www.example.com", "example.com", "*.shop.example.com");
    const csr = await makeCsr({ key: await makeKey(type), names: wanted });
    expect(lint(csr, { names: wanted, level: "ov", brand: "letsencrypt", mostNames: 3 })).toEqual([]);
  },
);

describe("the key", () => {
  test.each([
    ["rsa-too-short", ["rsa:1024"]],
    ["rsa-uneven-size", ["rsa:2060"]],
    ["curve-not-allowed", ["ec", "-pkeyopt", "ec_paramgen_curve:secp256k1"]],
    ["algorithm-not-allowed", ["ed25519"]],
    ["algorithm-not-allowed", ["rsa-pss"]],
  ])("is refused as %s", async (because, newKey) => {
    const findings = lint(await foreign(newKey));
    expect(findings).toMatchObject([{ code: "key-refused", severity: "error", params: { because } }]);
  });

  test("may be P-521 by the rules, but not where the issuer takes less", async () => {
    const csr = await foreign(["ec", "-pkeyopt", "ec_paramgen_curve:P-521"]);
    expect(lint(csr)).toEqual([]);
    expect(lint(csr, { brand: "letsencrypt" })).toMatchObject([{ params: { because: "curve-not-at-issuer" } }]);
  });

  test("with the exponent 3 is legal but unusual", async () => {
    const csr = await foreign(["rsa:2048", "-pkeyopt", "rsa_keygen_pubexp:3"]);
    expect(lint(csr)).toEqual([{ code: "key-exponent-unusual", severity: "warning", params: { exponent: "3" } }]);
  });

  test("with the exponent 1 is refused: its signature is the message itself", async () => {
    const [p, q] = [randomPrime(1_024), randomPrime(1_024)];
    expect(lint(await withKey(rsaFromPrimes(p, q, 1n)))).toContainEqual(
      expect.objectContaining({
        code: "key-refused",
        params: expect.objectContaining({ because: "rsa-bad-exponent" }),
      }),
    );
  });

  test("is refused when its primes follow one another", async () => {
    const p = randomPrime(1_024);
    expect(lint(await withKey(rsaFromPrimes(p, nextPrime(p + 2n))))).toEqual([
      { code: "key-close-primes", severity: "error", params: { rounds: 100 } },
    ]);
  });

  test("is refused when a faulty chip made it", async () => {
    const factors = primesBelow(702);
    const key = rsaFromPrimes(rocaPrime(1_024, factors), rocaPrime(1_024, factors));
    expect(lint(await withKey(key))).toEqual([{ code: "key-roca", severity: "error", params: {} }]);
  });

  test("is refused when it has a small factor", async () => {
    const key = rsaFromPrimes(randomPrime(2_032), 751n);
    expect(lint(await withKey(key))).toContainEqual({
      code: "key-small-factor",
      severity: "error",
      params: { factor: 751 },
    });
  });
});

describe("the signature", () => {
  test.each([
    ["sha1", ["-sha1"]],
    ["md5", ["-md5"]],
  ])("is refused when it is made with %s", async (hash, options) => {
    expect(lint(await foreign(["rsa:2048"], options))).toEqual([
      { code: "signature-hash-refused", severity: "error", params: { hash } },
    ]);
  });

  test("is refused when its scheme is PSS", async () => {
    const csr = await foreign(["rsa:2048"], ["-sigopt", "rsa_padding_mode:pss"]);
    expect(lint(csr)).toEqual([{ code: "signature-scheme-refused", severity: "error", params: { scheme: "rsa-pss" } }]);
  });

  test("must be made by the key in the request", async () => {
    const csr = await withNames("DNS:www.example.com");
    const bytes = Buffer.from(csr.replaceAll(/-----.*-----|\s/g, ""), "base64");
    bytes.write("wwx.example.com", bytes.indexOf("www.example.com"));
    expect(lint(bytes.toString("base64"))).toEqual([{ code: "self-signature-invalid", severity: "error", params: {} }]);
  });
});

describe("the names", () => {
  test.each([
    ["underscore", "DNS:my_shop.example.com"],
    ["wildcard-position", "DNS:www.*.example.com"],
    ["wildcard-public-suffix", "DNS:*.co.uk"],
    ["public-suffix", "DNS:co.uk"],
    ["internal-name", "DNS:server.internal"],
    ["ip-address", "DNS:192.0.2.1"],
    ["empty-label", "DNS:a..example.com"],
    ["email", "DNS:admin@example.com"],
    ["url", "DNS:https://www.example.com/"],
  ])("are refused one by one: %s", async (because, san) => {
    expect(lint(await withNames(`DNS:good.example.com,${san}`))).toMatchObject([
      { code: "name-refused", severity: "error", params: { name: san.slice(4), because } },
    ]);
  });

  test("bring along what was probably meant", async () => {
    expect(lint(await withNames("DNS:https://www.example.com/"))).toMatchObject([
      { params: { suggestion: "www.example.com" } },
    ]);
  });

  test("are absent altogether, or only in the common name", async () => {
    const bare = ["req", "-new", "-nodes", "-keyout", "/dev/null", "-newkey", ...P256, "-subj"];
    const without = async (subject: string) => (await openssl([...bare, subject])).stdout.toString();
    expect(lint(await without("/O=Example Ltd"))).toEqual([{ code: "names-absent", severity: "error", params: {} }]);
    expect(lint(await without("/CN=www.example.com"), { names: names("www.example.com") })).toEqual([
      { code: "san-absent", severity: "warning", params: { commonName: "www.example.com" } },
    ]);
    expect(codes(lint(await without("/CN=Example Shop")))).toEqual(["san-absent", "name-refused"]);
  });

  test("include a common name that the alternative names leave out", async () => {
    expect(lint(await withNames("DNS:www.example.com", "/CN=example.com"))).toEqual([
      { code: "common-name-not-in-san", severity: "warning", params: { commonName: "example.com" } },
    ]);
  });

  test("are noticed in another spelling, and twice", async () => {
    const csr = await withNames("DNS:WWW.Example.com,DNS:www.example.com", "/CN=www.example.com");
    expect(lint(csr, { names: names("www.example.com") })).toEqual([
      {
        code: "name-not-canonical",
        severity: "warning",
        params: { name: "WWW.Example.com", canonical: "www.example.com" },
      },
      { code: "name-duplicate", severity: "warning", params: { name: "www.example.com" } },
    ]);
  });

  test("may not be addresses or mail names", async () => {
    expect(lint(await withNames("DNS:www.example.com,IP:192.0.2.1,email:a@example.com"))).toEqual([
      { code: "not-a-dns-name", severity: "error", params: { name: "ip:192.0.2.1" } },
      { code: "not-a-dns-name", severity: "error", params: { name: "email:a@example.com" } },
    ]);
  });

  test("may not be wildcards on an EV certificate", async () => {
    const csr = await withNames("DNS:*.example.com,DNS:example.com");
    expect(lint(csr, { level: "ev" })).toEqual([
      { code: "wildcard-not-for-level", severity: "error", params: { name: "*.example.com", level: "ev" } },
    ]);
    expect([lint(csr, { level: "dv" }), lint(csr, { level: "ov" }), lint(csr)]).toEqual([[], [], []]);
  });

  test("must be the wanted ones, no more and no less", async () => {
    const csr = await withNames("DNS:a.example.com,DNS:b.example.com");
    expect(lint(csr, { names: names("b.example.com", "a.example.com") })).toEqual([]);
    expect(lint(csr, { names: names("a.example.com", "c.example.com", "d.example.com") })).toEqual([
      { code: "names-missing", severity: "error", params: { names: ["c.example.com", "d.example.com"] } },
      { code: "names-extra", severity: "error", params: { names: ["b.example.com"] } },
    ]);
  });

  test("must fit the product", async () => {
    const csr = await withNames("DNS:a.example.com,DNS:b.example.com,DNS:c.example.com");
    expect(lint(csr, { mostNames: 3 })).toEqual([]);
    expect(lint(csr, { mostNames: 2 })).toEqual([
      { code: "names-too-many", severity: "error", params: { count: 3, most: 2 } },
    ]);
  });
});

test("never throws, whatever a damaged request still decodes to", async () => {
  const der = Buffer.from((await foreign(["rsa:2048"])).replaceAll(/-----.*-----|\s/g, ""), "base64");
  const change = fc.tuple(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const bytes = Buffer.from(der);
      for (const [place, mask] of changes) bytes.writeUInt8(bytes.readUInt8(place) ^ mask, place);
      const decoded = decodeCsr(bytes.toString("base64"));
      if (decoded.kind === "csr") lintCsr(decoded.csr, { at: NOW, names: names("www.example.com"), level: "ev" });
    }),
    { numRuns: 300 },
  );
});
