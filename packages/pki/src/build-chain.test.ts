import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { crossSign, DAY, type Holder, makeIntermediate, makeLeaf, makeRoot, NOW } from "../test/authority.ts";
import { openssl } from "../test/openssl.ts";
import { buildChain, type ChainWish } from "./build-chain.ts";
import { CLIENT_AUTH } from "./purposes.ts";

let root: Holder;
let upper: Holder;
let lower: Holder;
let leaf: Holder;

beforeAll(async () => {
  root = await makeRoot("Root");
  upper = await makeIntermediate(root, "Upper");
  lower = await makeIntermediate(upper, "Lower", { ca: { pathLength: 0 } });
  leaf = await makeLeaf(lower);
});

const build = (wish: Partial<ChainWish>) =>
  buildChain({
    leaf: leaf.certificate,
    intermediates: [lower.certificate, upper.certificate],
    roots: [root.certificate],
    at: NOW,
    ...wish,
  });

const pems = (...holders: readonly Holder[]): string[] => holders.map(({ certificate }) => certificate);

describe("a complete bundle", () => {
  test("is ordered leaf first, without the root, whatever order, duplicates and junk it comes with", () => {
    const other = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    const parts = [...pems(upper, lower, root, leaf, lower), other, "junk", lower.key.publicKeyPem];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), fc.boolean(), (shuffled, joined) => {
        const intermediates = joined ? [shuffled.join("\n")] : shuffled;
        expect(build({ intermediates })).toEqual({
          kind: "complete",
          chain: pems(leaf, lower, upper),
          root: root.certificate,
        });
      }),
      { numRuns: 30 },
    );
  });

  test("takes the shortest way when a cross-signature offers a longer one", async () => {
    const old = await makeRoot("Old Root");
    const cross = await crossSign(old, root, "Root");
    const intermediates = pems(cross, lower, upper);
    const roots = pems(old, root);
    expect(build({ intermediates, roots })).toEqual({
      kind: "complete",
      chain: pems(leaf, lower, upper),
      root: root.certificate,
    });
    expect(build({ intermediates, roots: pems(old) })).toEqual({
      kind: "complete",
      chain: pems(leaf, lower, upper, cross),
      root: old.certificate,
    });
  });

  test("goes round an expired twin of an intermediate", async () => {
    const expired = {
      ...upper,
      certificate: (await makeIntermediate(root, "Upper", { notAfter: NOW - 1_000 })).certificate,
    };
    expect(build({ intermediates: pems(expired, lower, upper) }).kind).toBe("complete");
  });

  test("is empty but for the leaf when the root signed it, or when the leaf is trusted itself", async () => {
    const direct = await makeLeaf(root);
    expect(build({ leaf: direct.certificate })).toEqual({
      kind: "complete",
      chain: pems(direct),
      root: root.certificate,
    });
    expect(build({ leaf: leaf.certificate, roots: pems(leaf) })).toMatchObject({ kind: "complete", chain: pems(leaf) });
  });

  test("counts the last second of validity whole", () => {
    const last = NOW + 90 * DAY;
    expect(build({ at: last + 999 }).kind).toBe("complete");
    expect(build({ at: last + 1_000 })).toMatchObject({ kind: "broken", because: "expired" });
  });
});

describe("an incomplete bundle", () => {
  test.each([
    ["CN=Lower", () => ({ intermediates: [] })],
    ["CN=Lower", () => ({ intermediates: pems(upper) })],
    ["CN=Upper", () => ({ intermediates: pems(lower) })],
    ["CN=Root", () => ({ roots: [] })],
    ["CN=Root", () => ({ roots: [], intermediates: pems(upper, lower, root) })],
  ])("names the missing issuer %s", (missingIssuer, wish) => {
    expect(build(wish())).toEqual({ kind: "incomplete", missingIssuer });
  });

  test("ends when authorities sign each other in a ring", async () => {
    const [a, b] = await Promise.all([makeRoot("A"), makeRoot("B")]);
    const ring = pems(await crossSign(a, b, "B"), await crossSign(b, a, "A"));
    const under = await makeLeaf(a);
    expect(build({ leaf: under.certificate, intermediates: ring })).toMatchObject({ kind: "incomplete" });
  });
});

const many = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => makeIntermediate(root, `Sub ${n}`)));

/** A chain of two intermediates of which the upper is wrong in one way. */
const below = async (wrong: Parameters<typeof makeIntermediate>[2]) => {
  const top = await makeIntermediate(root, "Wrong", wrong);
  const bottom = await makeIntermediate(top, "Bottom");
  return { leaf: (await makeLeaf(bottom)).certificate, intermediates: pems(top, bottom) };
};

describe("a broken bundle", () => {
  test.each([
    ["leaf-malformed", () => ({ leaf: "no leaf" })],
    ["expired", () => ({ at: NOW + 100 * DAY })],
    ["not-yet-valid", () => ({ at: NOW - 2 * DAY })],
    ["too-many-certificates", async () => ({ intermediates: pems(...(await many(65))) })],
    ["self-signed", async () => ({ leaf: (await makeRoot("Self")).certificate })],
    ["not-for-servers", async () => ({ leaf: (await makeLeaf(lower, { ekus: [CLIENT_AUTH] })).certificate })],
    ["path-too-long", () => below({ ca: { pathLength: 0 } })],
    ["expired", () => below({ notAfter: NOW - 1_000 })],
    ["not-yet-valid", () => below({ notBefore: NOW + 1_000 })],
    ["not-for-servers", () => below({ ekus: [CLIENT_AUTH] })],
  ] as const)("says %s", async (because, wish) => {
    expect(build(await wish())).toMatchObject({ kind: "broken", because });
  });

  test("says that an issuer is no authority", async () => {
    const shop = await makeLeaf(root, { subject: { commonName: "shop.example.com" } });
    const forged = await makeLeaf(shop, { names: ["bank.example.com"] });
    expect(build({ leaf: forged.certificate, intermediates: pems(shop) })).toEqual({
      kind: "broken",
      because: "issuer-not-a-ca",
      certificate: "CN=shop.example.com",
    });
  });

  test("says whose signature is not its issuer's", async () => {
    const impostor = await makeRoot("Root");
    const forged = await makeLeaf(
      { certificate: root.certificate, key: impostor.key },
      { subject: { commonName: "forged" } },
    );
    expect(build({ leaf: forged.certificate })).toEqual({
      kind: "broken",
      because: "bad-signature",
      certificate: "CN=forged",
    });
  });

  test("refuses a critical extension nobody here knows", async () => {
    const args = [
      "req",
      "-x509",
      "-newkey",
      "ed25519",
      "-nodes",
      "-keyout",
      "/dev/null",
      "-subj",
      "/CN=odd",
      "-days",
      "30000",
    ];
    const { stdout } = await openssl([...args, "-addext", "1.2.3.4=critical,ASN1:NULL"]);
    expect(build({ leaf: stdout.toString(), at: Date.now() + DAY })).toMatchObject({
      because: "unknown-critical-extension",
    });
  });
});

test("never throws on any text in any place", () => {
  const text = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(text, fc.array(text), fc.array(text), (junk, intermediates, roots) => {
      expect(build({ leaf: junk, intermediates, roots }).kind).toBe("broken");
      expect(build({ intermediates: [junk, ...intermediates], roots }).kind).toBe("incomplete");
    }),
  );
});

test("answers within a second to sixty intermediates of one name and different keys", async () => {
  const twins = await Promise.all(Array.from({ length: 60 }, () => makeIntermediate(root, "Twin")));
  const cut = twins.map(({ certificate }) => certificate);
  const start = performance.now();
  build({ leaf: (await makeLeaf(twins[0] ?? root)).certificate, intermediates: cut, roots: [] });
  expect(performance.now() - start).toBeLessThan(1_000);
});
