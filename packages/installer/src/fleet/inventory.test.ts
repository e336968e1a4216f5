import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInventory } from "./inventory.ts";

const SITE = { name: "shop.example.com", certificate: "shop.crt", key: "shop.key" };

const hostsOf = (written: unknown) => {
  const parsed = parseInventory(written);
  if (parsed.kind === "malformed") throw new TypeError(parsed.problems.join("; "));
  return parsed.hosts;
};

describe("an inventory", () => {
  test("puts the defaults in where a host says nothing of its own", () => {
    const [first, second] = hostsOf({
      defaults: { user: "deploy", identity: "keys/all", jumps: ["ops@192.0.2.1:2222"], knownHosts: "known" },
      hosts: { web1: {}, web2: { address: "192.0.2.2", user: "root", identity: "keys/web2", jumps: [] } },
      sites: [SITE],
    });
    expect(first).toMatchObject({ id: "web1", address: "web1", user: "deploy", identity: "keys/all" });
    expect(first).toMatchObject({ jumps: ["ops@192.0.2.1:2222"], knownHosts: "known" });
    expect(second).toMatchObject({ address: "192.0.2.2", user: "root", identity: "keys/web2", jumps: [] });
    expect(first).not.toHaveProperty("port");
  });

  test("puts a site on the hosts it names, or on those with all of its labels, and leaves others out", () => {
    const hosts = hostsOf({
      hosts: { a: { labels: ["web", "eu"] }, b: { labels: ["web"] }, c: {}, d: {} },
      sites: [
        { ...SITE, labels: ["web", "eu"] },
        { ...SITE, name: "www.example.com", hosts: ["c", "a"] },
      ],
    });
    expect(hosts.map(({ id, sites }) => [id, sites.map(({ name }) => name)])).toEqual([
      ["a", ["shop.example.com", "www.example.com"]],
      ["c", ["www.example.com"]],
    ]);
  });

  test.each([
    ["hosts.web1.port", { hosts: { web1: { port: 0 } }, sites: [SITE] }],
    ["hosts.web1: Unrecognized key", { hosts: { web1: { adress: "x" } }, sites: [SITE] }],
    ["hosts.web1.hostKey: write it as", { hosts: { web1: { hostKey: "aa:bb" } }, sites: [SITE] }],
    ["sites.0.name: it has a character", { hosts: { web1: {} }, sites: [{ ...SITE, name: "no name" }] }],
    ["at least one site", { hosts: { web1: {} }, sites: [] }],
    ["hosts.web1.addresses.0: write IP", { hosts: { web1: { addresses: ["web1"] } }, sites: [SITE] }],
    ["is on web9, which is not a host", { hosts: { web1: {} }, sites: [{ ...SITE, hosts: ["web1", "web9"] }] }],
    ["is on no host", { hosts: { web1: {} }, sites: [{ ...SITE, labels: ["eu"] }] }],
    ["is installed twice on web1", { hosts: { web1: {} }, sites: [SITE, SITE] }],
    ["the file", "text"],
  ])("is refused with the place: %s", (problem, written) => {
    const parsed = parseInventory(written);
    expect(parsed.kind === "malformed" ? parsed.problems.join("\n") : "").toContain(problem);
  });

  test("takes anything at all without falling over", () => {
    fc.assert(fc.property(fc.anything(), (written) => void parseInventory(written)));
  });
});
