import type { DomainName } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { nameOf } from "../orders/sample-order.fixture.ts";
import type { Probe, TlsEndpoint, TlsRequest } from "../ports/probe.ts";
import { judge, namesToLookAt, prove } from "./prove.ts";

const WANTED = "aa".repeat(32);
const SHOP = nameOf("shop.example.com");
const WWW = nameOf("www.shop.example.com");

const served = (changes: Partial<Extract<TlsEndpoint, { kind: "served" }>> = {}): TlsEndpoint => ({
  kind: "served",
  address: "192.0.2.1",
  port: 443,
  protocol: "TLSv1.3",
  sha256: WANTED,
  serial: "0b",
  names: [SHOP],
  notBefore: 0,
  notAfter: 1,
  chain: { kind: "complete" },
  ...changes,
});

const refused: TlsEndpoint = { kind: "failed", address: "2001:db8::1", port: 443, because: "refused", detail: "" };
const other = served({ sha256: "bb".repeat(32) });
const looked = (...endpoints: readonly TlsEndpoint[]) => judge({ name: SHOP, lookedAt: 0, endpoints }, WANTED);

describe("what a visitor is served", () => {
  test("is proven when every address serves exactly this certificate with its chain", () => {
    expect(looked(served(), served({ address: "192.0.2.2" }))).toEqual({
      kind: "proven",
      endpoints: [
        { address: "192.0.2.1", port: 443 },
        { address: "192.0.2.2", port: 443 },
      ],
    });
  });

  test.each([
    ["there is no address", [], "the name has no address", undefined],
    ["nothing answers", [refused], "2001:db8::1:443 does not complete a TLS handshake (refused)", undefined],
    ["another certificate is served", [other], "192.0.2.1:443 serves another certificate (serial 0b)", "bb".repeat(32)],
    [
      "an intermediate is missing",
      [served({ chain: { kind: "incomplete", missingIssuer: "CN=Sub CA" } })],
      "192.0.2.1:443 does not send the intermediate CN=Sub CA",
      WANTED,
    ],
    [
      "the chain is broken",
      [served({ chain: { kind: "broken", because: "expired" } })],
      "192.0.2.1:443 sends a chain that does not verify (expired)",
      WANTED,
    ],
    ["one of two addresses does not answer", [served(), refused], "2001:db8::1:443 does not", undefined],
    ["one of two addresses serves another", [served(), other], "serves another certificate", "bb".repeat(32)],
  ] as const)("is not proven when %s", (_case, endpoints, because, sha256) => {
    const proof = looked(...endpoints);
    expect(proof).toMatchObject({
      kind: "not-proven",
      name: SHOP,
      because: expect.stringContaining(because) as string,
    });
    expect("sha256" in proof ? proof.sha256 : undefined).toBe(sha256);
  });
});

describe("the names to look at", () => {
  test("are the plain ones; wildcards only where there is nothing else", () => {
    const star = nameOf("*.example.com");
    expect(namesToLookAt([star, SHOP, WWW])).toEqual([SHOP, WWW]);
    expect(namesToLookAt([star])).toEqual([star]);
  });
});

const probing = (answers: Readonly<Record<DomainName, readonly TlsEndpoint[]>>) => {
  const asked: TlsRequest[] = [];
  const tls: Probe["tls"] = async (request) => {
    asked.push(request);
    return { name: request.name, lookedAt: 0, endpoints: answers[request.name] ?? [] };
  };
  return { probe: { tls } as Probe, asked };
};

describe("a look at several names", () => {
  test("is proven by all of them together, and says where", async () => {
    const { probe } = probing({ [SHOP]: [served()], [WWW]: [served({ address: "192.0.2.9" })] });
    const proof = await prove({ names: [SHOP, WWW], sha256: WANTED }, probe);
    expect(proof).toEqual({
      kind: "proven",
      endpoints: [
        { address: "192.0.2.1", port: 443 },
        { address: "192.0.2.9", port: 443 },
      ],
    });
  });

  test("fails by the first that is not served", async () => {
    const { probe } = probing({ [SHOP]: [served()], [WWW]: [refused] });
    expect(await prove({ names: [SHOP, WWW], sha256: WANTED }, probe)).toMatchObject({ kind: "not-proven", name: WWW });
  });

  test("asks the endpoints that the host has named, and DNS when it named none", async () => {
    const { probe, asked } = probing({ [SHOP]: [served()] });
    const endpoints = [{ address: "127.0.0.1", port: 8443 }];
    await prove({ names: [SHOP], sha256: WANTED, endpoints }, probe);
    await prove({ names: [SHOP], sha256: WANTED, endpoints: [] }, probe);
    expect(asked).toEqual([{ name: SHOP, endpoints }, { name: SHOP }]);
  });
});
