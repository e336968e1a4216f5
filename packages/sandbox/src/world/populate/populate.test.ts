import type { Probe, TlsEndpoint } from "@hostseal/core";
import { createProbe } from "@hostseal/probe";
import { covers, DAY, parseDomainName } from "@hostseal/rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenedWorld } from "../world.fixture.ts";
import { openWorld, random } from "../world.fixture.ts";
import { CAST } from "./cast.ts";

let opened: OpenedWorld;
let probe: Probe;

beforeAll(async () => {
  opened = await openWorld();
  const { world, clock } = opened;
  const settings = { ...world.outside, roots: [world.formerRoot], timeouts: { question: 1_000 } };
  probe = createProbe(settings, { clock, random });
});

afterAll(async () => opened.close());

const resident = (site: string) => {
  const found = opened.world.residents.find((each) => each.site === site);
  if (!found) throw new TypeError(`nobody is called ${site}`);
  return found;
};

const nameOf = (site: string) => {
  const [name] = resident(site).names;
  if (name === undefined) throw new TypeError(`${site} has no name`);
  return name;
};

const servedBy = async (site: string): Promise<TlsEndpoint & { kind: "served" }> => {
  const { endpoints } = await probe.tls({ name: nameOf(site) });
  const [endpoint] = endpoints;
  if (endpoint?.kind !== "served") throw new TypeError(`${site} serves nothing`);
  return endpoint;
};

const fetchOf = async (site: string, path = "/") => probe.http({ url: `http://${nameOf(site)}${path}` });

describe("the residents of the demo world, looked at from outside", () => {
  test("have names that certificates can carry and that lead to this machine", async () => {
    for (const { names } of opened.world.residents) {
      for (const name of names) expect(parseDomainName(name)).toEqual({ kind: "name", name });
    }
    const answer = await probe.dns({ name: "www.example.com", type: "A" });
    expect(answer).toMatchObject({ kind: "records", records: [{ value: "127.0.0.1" }] });
    expect(opened.world.residents).toHaveLength(CAST.length);
  });

  test("show their own page over HTTP", async () => {
    const page = await fetchOf("bakery");
    expect(page).toMatchObject({ kind: "answered", status: 200, body: expect.stringContaining("A bakery") });
  });

  test("bakery and shop have no certificate of their own", async () => {
    for (const site of ["bakery", "shop"]) {
      const { names } = await servedBy(site);
      expect(names).toEqual(["unconfigured.hosting.example"]);
    }
  });

  test("diary is six days from expiry, attic three days behind it", async () => {
    const now = opened.clock.now();
    const [diary, attic] = [await servedBy("diary"), await servedBy("attic")];
    expect(Math.round((diary.notAfter - now) / DAY)).toBe(6);
    expect(diary.chain).toEqual({ kind: "complete" });
    expect(Math.round((attic.notAfter - now) / DAY)).toBe(-3);
    expect(attic.chain.kind).toBe("broken");
  });

  test("museum shows a certificate that does not cover it", async () => {
    const { names } = await servedBy("museum");
    expect(names).toEqual(["old-museum.example.net"]);
  });

  test("gallery allows another certificate authority only", async () => {
    const caa = await probe.caa(nameOf("gallery"));
    expect(caa).toMatchObject({ kind: "found", at: "gallery.example.net" });
    expect(caa.kind === "found" && caa.records[0]).toMatchObject({ tag: "issue", value: "another-ca.example" });
    expect((await probe.caa(nameOf("bakery"))).kind).toBe("none");
  });

  test("news sends what a certificate authority wants to fetch to HTTPS, where it is", async () => {
    const { hops } = await fetchOf("news", "/.well-known/pki-validation/proof.txt");
    expect(hops.map(({ status }) => status)).toEqual([301, 404]);
  });

  test("cloud answers for every name below it", async () => {
    const [, wildcard] = resident("cloud").names;
    const tenant = "tenant-42.cloud.example.com";
    expect(wildcard && covers(wildcard, tenant)).toBe(true);
    expect(await probe.http({ url: `http://${tenant}/` })).toMatchObject({ kind: "answered", status: 200 });
  });

  test("blog and letters have their zone elsewhere, with its own name servers", async () => {
    for (const site of ["blog", "letters"]) {
      expect(resident(site).isZoneHosted).toBe(false);
      const servers = await probe.dns({ name: resident(site).zone, type: "NS" });
      expect(servers.kind === "records" && servers.records[0]?.value).toBe("ns1.other-dns.example");
    }
    expect(resident("bakery").isZoneHosted).toBe(true);
  });

  test("letters can be written to", async () => {
    const mail = await probe.dns({ name: nameOf("letters"), type: "MX" });
    expect(mail).toMatchObject({ kind: "records", records: [{ value: "10 mail.hosting.example" }] });
  });

  test("letters and forum hide their files from a certificate authority, each in its way", async () => {
    expect(await fetchOf("letters", "/.well-known/pki-validation/x")).toMatchObject({ status: 404 });
    const { body, status } = { body: "", status: 0, ...(await fetchOf("forum", "/.well-known/pki-validation/x")) };
    expect([status, body]).toEqual([200, expect.stringContaining("refresh")]);
  });

  test("books has an international name", () => {
    expect(nameOf("books")).toBe("xn--bcher-kva.example.com");
  });

  test("ruin answers nobody", async () => {
    expect((await fetchOf("ruin")).kind).toBe("failed");
    const { endpoints } = await probe.tls({ name: nameOf("ruin") });
    expect(endpoints[0]?.kind).toBe("failed");
  });

  test("island knows no CAA, and vault's signatures are bogus", async () => {
    expect(await probe.caa(nameOf("island"))).toMatchObject({ kind: "failed", because: "not-implemented" });
    expect(await probe.dns({ name: nameOf("vault"), type: "A" })).toMatchObject({ kind: "failed", because: "bogus" });
  });

  test("are seen from six other places, one of which may be behind the times", async () => {
    const { controls } = opened.world;
    controls.dns.infect("example.net", { kind: "stale" }, "asia");
    controls.dns.add({ host: "_new.example.net", type: "TXT", value: "token" });
    const looks = (probe.perspectives ?? []).map(async ({ name, probe }) => {
      const { kind } = await probe.dns({ name: "_new.example.net", type: "TXT" });
      return [name, kind] as const;
    });
    const seen = Object.fromEntries(await Promise.all(looks));
    expect(Object.keys(seen)).toHaveLength(6);
    expect(seen).toMatchObject({ asia: "no-such-name", europe: "records", africa: "records" });
    controls.dns.infect("example.net", undefined, "asia");
  });
});
