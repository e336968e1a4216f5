import { describe, expect, it } from "vitest";
import { fromIso } from "./instant.ts";
import type { KeyRefusal, PublicKeyFacts } from "./key-verdict.ts";
import { keyVerdict, weakKeyChecks } from "./key-verdict.ts";
import { signatureHashAllowed } from "./signature-hash.ts";

describe("a key", () => {
  it.each<[PublicKeyFacts]>([
    [{ algorithm: "rsa", bits: 2048 }],
    [{ algorithm: "rsa", bits: 2056, exponent: 65_537n }],
    [{ algorithm: "rsa", bits: 4096, exponent: 2n ** 256n - 1n }],
    [{ algorithm: "ec", curve: "P-256" }],
    [{ algorithm: "ec", curve: "prime256v1" }],
    [{ algorithm: "ec", curve: "secp384r1" }],
    [{ algorithm: "ec", curve: "P-521" }],
  ])("is allowed: %o", (key) => {
    const verdict = keyVerdict(key);
    expect(verdict.kind).toBe("allowed");
    expect(verdict).not.toHaveProperty("caution");
  });

  it.each([3n, 17n, 65_535n, 2n ** 256n + 1n])("with exponent %s is allowed but unusual", (exponent) => {
    expect(keyVerdict({ algorithm: "rsa", bits: 2048, exponent })).toMatchObject({
      kind: "allowed",
      caution: "unusual-exponent",
    });
  });

  it.each<[PublicKeyFacts, KeyRefusal]>([
    [{ algorithm: "rsa", bits: 1024 }, "rsa-too-short"],
    [{ algorithm: "rsa", bits: 2047 }, "rsa-too-short"],
    [{ algorithm: "rsa", bits: 2049 }, "rsa-uneven-size"],
    [{ algorithm: "rsa", bits: 2048, exponent: 1n }, "rsa-bad-exponent"],
    [{ algorithm: "rsa", bits: 2048, exponent: 65_536n }, "rsa-bad-exponent"],
    [{ algorithm: "ec", curve: "secp256k1" }, "curve-not-allowed"],
    [{ algorithm: "ec", curve: "P-224" }, "curve-not-allowed"],
    [{ algorithm: "ed25519" }, "algorithm-not-allowed"],
    [{ algorithm: "dsa" }, "algorithm-not-allowed"],
    [{ algorithm: "rsa-pss" }, "algorithm-not-allowed"],
    [{ algorithm: "ml-dsa" }, "algorithm-not-allowed"],
    [{ algorithm: "unknown" }, "algorithm-not-allowed"],
  ])("%o is refused: %s", (key, because) => {
    expect(keyVerdict(key)).toMatchObject({ kind: "refused", because });
  });

  it.each<[PublicKeyFacts, KeyRefusal]>([
    [{ algorithm: "rsa", bits: 2056 }, "size-not-at-issuer"],
    [{ algorithm: "rsa", bits: 2048, exponent: 3n }, "exponent-not-at-issuer"],
    [{ algorithm: "ec", curve: "secp521r1" }, "curve-not-at-issuer"],
    [{ algorithm: "rsa", bits: 1024 }, "rsa-too-short"],
  ])("%o is refused by an issuer that narrows the law: %s", (key, because) => {
    expect(keyVerdict(key, "letsencrypt")).toMatchObject({ kind: "refused", because });
  });

  it("passes the narrowing of the issuer when it is an ordinary one", () => {
    expect(keyVerdict({ algorithm: "rsa", bits: 3072, exponent: 65_537n }, "letsencrypt").kind).toBe("allowed");
    expect(keyVerdict({ algorithm: "ec", curve: "P-384" }, "letsencrypt").kind).toBe("allowed");
    expect(keyVerdict({ algorithm: "ec", curve: "P-521" }, "sectigo").kind).toBe("allowed");
  });

  it("is searched for close primes through 100 Fermat rounds", () => {
    expect(weakKeyChecks()).toMatchObject({
      fermatRounds: 100,
      roca: true,
      debian: true,
      citation: { section: "6.1.1.3; 6.1.6" },
    });
  });
});

describe("a signature hash", () => {
  const today = fromIso("2026-11-21");

  it.each(["sha1", "SHA-1", "md5"])("%s is refused", (hash) => {
    expect(signatureHashAllowed(hash, today)).toMatchObject({ kind: "refused", because: "hash-too-weak" });
  });

  it.each(["sha256", "SHA-256", "sha384", "SHA512"])("%s is allowed", (hash) => {
    expect(signatureHashAllowed(hash, today).kind).toBe("allowed");
  });

  it("SHA-1 goes on 2026-09-15", () => {
    const kinds = ["2026-09-14T23:59:59Z", "2026-09-15"].map((at) => signatureHashAllowed("sha1", fromIso(at)).kind);
    expect(kinds).toEqual(["allowed", "refused"]);
  });
});
