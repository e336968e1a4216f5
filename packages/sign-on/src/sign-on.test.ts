import { readFileSync } from "node:fs";
import { Secret } from "@hostseal/pki";
import { SECOND } from "@hostseal/rules";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claims } from "./claims.ts";
import { signAssertion } from "./sign-assertion.ts";
import { accountKey, type SigningKey } from "./signing-key.ts";
import { type AssertionMemory, verifyAssertion } from "./verify-assertion.ts";

type Vectors = {
  readonly audience: string;
  readonly server: { readonly id: string; readonly key: string; readonly origins: readonly string[] };
  readonly accountKey: { readonly account: string; readonly generation: number; readonly key: string };
  readonly signed: readonly (Forged & {
    readonly signer: string;
    readonly key: string;
    readonly claims: Claims;
    readonly at: number;
  })[];
  readonly forged: readonly Forged[];
};
type Forged = { readonly name: string; readonly assertion: string; readonly expected: string };

const vectors = JSON.parse(readFileSync(new URL("../vectors.json", import.meta.url), "utf8")) as Vectors;
const serverKey = new Secret(vectors.server.key);
const NOW = 1_795_000_010;

const createMemory = (): AssertionMemory => {
  const [used, generations] = [new Set<string>(), new Map<string, number>()];
  return {
    useOnce: async (issuer, number) => {
      const isNew = !used.has(`${issuer} ${number}`);
      used.add(`${issuer} ${number}`);
      return isNew;
    },
    isCurrent: async (issuer, account, generation) => {
      const latest = Math.max(generations.get(`${issuer} ${account}`) ?? 0, generation);
      generations.set(`${issuer} ${account}`, latest);
      return generation === latest;
    },
  };
};

const verify = async (assertion: string, { at = NOW, memory = createMemory() } = {}): Promise<string> => {
  const verified = await verifyAssertion(assertion, {
    now: at * SECOND,
    audience: vectors.audience,
    serverOf: (id) => (id === vectors.server.id ? { key: serverKey, origins: vectors.server.origins } : undefined),
    memory,
  });
  return verified.kind === "accepted" ? "accepted" : verified.because;
};

const signingOf = (signer: string, key: string): SigningKey =>
  signer === "server"
    ? { kind: "server", key: new Secret(key) }
    : { kind: "account", key: new Secret(key), generation: Number(signer.slice("account:".length)) };

describe("the vectors", () => {
  it.each(vectors.signed)("$name: written byte for byte, and $expected", async (vector) => {
    const { signer, key, claims, assertion, at, expected } = vector;
    expect(signAssertion(claims, signingOf(signer, key))).toBe(assertion);
    expect(await verify(assertion, { at })).toBe(expected);
  });

  it.each(vectors.forged)("$name: $expected", async ({ assertion, expected }) => {
    expect(await verify(assertion)).toBe(expected);
  });

  it("derive the key of an account", () => {
    const { account, generation, key } = vectors.accountKey;
    expect(accountKey(serverKey, account, generation).reveal()).toBe(key);
  });
});

const claimsOf = (change: Partial<Claims> = {}): Claims => ({
  aud: vectors.audience,
  iat: NOW,
  exp: NOW + 60,
  iss: vectors.server.id,
  jti: "f".repeat(22),
  role: "customer",
  sub: "alice",
  ...change,
});
const asAccount = (account: string, generation: number): SigningKey => ({
  kind: "account",
  key: accountKey(serverKey, account, generation),
  generation,
});

describe("an assertion", () => {
  it("is taken once", async () => {
    const memory = createMemory();
    const assertion = signAssertion(claimsOf(), { kind: "server", key: serverKey });
    const outcomes = await Promise.all([verify(assertion, { memory }), verify(assertion, { memory })]);
    expect(outcomes.toSorted()).toEqual(["accepted", "used-before"]);
  });

  it("of an account that was made anew outdates the keys before it", async () => {
    const memory = createMemory();
    const assert = async (generation: number, jti: string) =>
      verify(signAssertion(claimsOf({ jti }), asAccount("alice", generation)), { memory });
    expect(await assert(100, "a".repeat(22))).toBe("accepted");
    expect(await assert(200, "b".repeat(22))).toBe("accepted");
    expect(await assert(100, "c".repeat(22))).toBe("superseded-account");
  });

  it("does not fill the memory when it is not signed rightly", async () => {
    const memory: AssertionMemory = {
      useOnce: async () => expect.unreachable("asked for a forgery"),
      isCurrent: async () => expect.unreachable("asked for a forgery"),
    };
    const key = new Secret(Buffer.alloc(32, 7).toString("base64url"));
    expect(await verify(signAssertion(claimsOf(), { kind: "server", key }), { memory })).toBe("wrong-signature");
  });

  it("is refused with a reason, whatever is sent", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/)), async (text) => {
        expect(await verify(text)).not.toBe("accepted");
      }),
    );
  });

  it("is refused when any letter of it is another", async () => {
    const assertion = signAssertion(claimsOf(), { kind: "server", key: serverKey });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(assertion.length - 2),
        fc.constantFrom("A", "Z", "a", "z", "0", "9", "-", "_"),
        async (at, letter) => {
          fc.pre(assertion[at] !== letter && assertion[at] !== ".");
          expect(await verify(assertion.slice(0, at) + letter + assertion.slice(at + 1))).not.toBe("accepted");
        },
      ),
    );
  });

  it("cannot be signed with a key that is too short", () => {
    const key = new Secret(Buffer.alloc(16).toString("base64url"));
    expect(() => signAssertion(claimsOf(), { kind: "server", key })).toThrow(TypeError);
  });
});
