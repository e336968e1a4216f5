import type { DnsAnswer, HttpObservation, Probe } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import { lookForProof } from "./look-for-proof.ts";

const NAME = "example.com" as DomainName;
const TXT = { kind: "dns-txt", host: "_t.example.com", value: "abc" } as const;
const CNAME = { kind: "dns-cname", host: "_t.example.com", target: "abc.dcv.ca.example" } as const;
const FILE = {
  kind: "file",
  name: NAME,
  path: "/.well-known/pki-validation/T.txt",
  body: "abc\nca.example\n",
} as const;

const seeing = ({ dns, http }: { dns?: DnsAnswer; http?: HttpObservation }): Pick<Probe, "dns" | "http"> => ({
  dns: async () => dns ?? { kind: "no-records", dnssec: "insecure" },
  http: async () => http ?? { kind: "failed", because: "refused", hops: [], detail: "" },
});

const records = (type: "TXT" | "CNAME", ...values: readonly string[]): DnsAnswer => ({
  kind: "records",
  dnssec: "insecure",
  records: values.map((value) => ({ name: TXT.host, type, ttl: 60, value })),
});

const page = (status: number, body: string): HttpObservation => ({
  kind: "answered",
  status,
  body,
  hops: [],
  address: "127.0.0.1",
});

describe("a TXT proof", () => {
  it("is found among other records at the same name", async () => {
    expect(await lookForProof(seeing({ dns: records("TXT", "v=spf1 -all", "abc") }), TXT)).toEqual({ kind: "found" });
  });

  it.each([
    ["wrong-value", records("TXT", "abd", "x"), "abd | x"],
    ["not-found", { kind: "no-such-name", dnssec: "secure" }, "nothing"],
    ["not-found", { kind: "no-records", dnssec: "secure" }, "nothing"],
    ["dnssec-bogus", { kind: "failed", because: "bogus", server: "192.0.2.53" }, "bogus from 192.0.2.53"],
    ["dns-failure", { kind: "failed", because: "servfail", server: "192.0.2.53" }, "servfail from 192.0.2.53"],
  ] as const)("is missing with %s and what was seen instead", async (problem, dns, actual) => {
    const look = await lookForProof(seeing({ dns }), TXT);
    expect(look).toEqual({ kind: "missing", problem, sight: { expected: "_t.example.com TXT abc", actual } });
  });

  it("is not found in another letter case", async () => {
    expect(await lookForProof(seeing({ dns: records("TXT", "ABC") }), TXT)).toMatchObject({ problem: "wrong-value" });
  });
});

describe("a CNAME proof", () => {
  it("is found whatever its case and final dot", async () => {
    const dns = records("CNAME", "ABC.dcv.CA.example.");
    expect(await lookForProof(seeing({ dns }), CNAME)).toEqual({ kind: "found" });
  });

  it("is missing when it points elsewhere", async () => {
    const look = await lookForProof(seeing({ dns: records("CNAME", "elsewhere.example") }), CNAME);
    expect(look).toMatchObject({ problem: "wrong-value", sight: { actual: "elsewhere.example" } });
  });
});

describe("a file proof", () => {
  it("is found with Windows line ends and a final blank line", async () => {
    expect(await lookForProof(seeing({ http: page(200, "abc\r\nca.example\r\n\r\n") }), FILE)).toEqual({
      kind: "found",
    });
  });

  it.each([
    ["http-status", page(404, "abc\nca.example")],
    ["http-status", page(304, "")],
    ["wrong-value", page(200, "<html>abc ca.example</html>")],
    ["wrong-value", page(200, "")],
    ["unreachable", { kind: "failed", because: "timeout", hops: [], detail: "" }],
    ["dns-failure", { kind: "failed", because: "no-address", hops: [], detail: "" }],
    ["redirect-refused", { kind: "failed", because: "redirect-status", hops: [], detail: "303" }],
  ] as const)("is missing with %s", async (problem, http) => {
    expect(await lookForProof(seeing({ http }), FILE)).toMatchObject({ kind: "missing", problem });
  });

  it("keeps evidence short, however long the page", async () => {
    const look = await lookForProof(seeing({ http: page(200, "x".repeat(100_000)) }), FILE);
    expect(JSON.stringify(look).length).toBeLessThan(1_000);
  });
});
