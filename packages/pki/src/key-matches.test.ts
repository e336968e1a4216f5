import { expect, test } from "vitest";
import { makeLeaf, makeRoot } from "../test/authority.ts";
import { keyMatches } from "./key-matches.ts";
import { Secret } from "./secret.ts";

test("tells the certificate's own key from any other, however the key is given", async () => {
  const root = await makeRoot("Root");
  const [leaf, other] = [await makeLeaf(root), await makeLeaf(root)];
  for (const [key, matches] of [
    [leaf.key, true],
    [other.key, false],
  ] as const) {
    expect(keyMatches(leaf.certificate, key)).toBe(matches);
    expect(keyMatches(leaf.certificate, key.pem)).toBe(matches);
    expect(keyMatches(leaf.certificate, key.publicKeySha256)).toBe(matches);
    expect(keyMatches(leaf.certificate, key.publicKeySha256.toUpperCase())).toBe(matches);
  }
});

test("matches nothing when there is no certificate, and refuses a key that is none", async () => {
  const { certificate, key } = await makeLeaf(await makeRoot("Root"));
  expect(keyMatches("no certificate", key)).toBe(false);
  expect(() => keyMatches(certificate, new Secret("no key"))).toThrow(TypeError);
});
