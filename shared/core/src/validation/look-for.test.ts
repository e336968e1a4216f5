import { describe, expect, test } from "vitest";
import { nameOf } from "../orders/sample-order.fixture.ts";
import type { DnsAnswer, DnsQuestion, DnsRecord, DnsType, HttpObservation, Probe } from "../ports/probe.ts";
import type { Artefact } from "./artefact.ts";
import { lookFor } from "./look-for.ts";

const txt: Artefact = { kind: "dns-txt", host: "_dcv.example.com", value: "token-1" };
const cname: Artefact = { kind: "dns-cname", host: "_dcv.example.com", target: "token.ca.example" };
const file: Artefact = {
  kind: "file",
  name: nameOf("example.com"),
  path: "/.well-known/pki-validation/a.txt",
  body: "a\nb",
};

const record = (type: DnsType, value: string): DnsRecord => ({ name: "_dcv.example.com", type, ttl: 60, value });
const records = (...all: readonly DnsRecord[]): DnsAnswer => ({ kind: "records", records: all, dnssec: "insecure" });
const answered = (status: number, body: string): HttpObservation => ({
  kind: "answered",
  status,
  body,
  hops: [],
  address: "192.0.2.1",
});

/** The record stands there, and nowhere else. */
const misplaced = (host: string): Probe =>
  ({
    dns: async ({ name }: DnsQuestion): Promise<DnsAnswer> =>
      name === host ? records(record("TXT", "token-1")) : { kind: "no-such-name", dnssec: "insecure" },
  }) as unknown as Probe;

const look = async (artefact: Artefact, answer: DnsAnswer | HttpObservation) => {
  const asked: (DnsQuestion | string)[] = [];
  const probe = {
    dns: async (question: DnsQuestion) => {
      asked.push(question);
      return answer;
    },
    http: async ({ url }: { readonly url: string }) => {
      asked.push(url);
      return answer;
    },
  } as unknown as Probe;
  const seen = await lookFor(artefact, probe);
  return { asked, said: seen.kind === "seen" ? "seen" : seen.found };
};

describe("a look for a proof", () => {
  test("asks what the issuer will ask", async () => {
    expect((await look(txt, records())).asked).toEqual([{ name: "_dcv.example.com", type: "TXT" }]);
    expect((await look(cname, records())).asked).toEqual([{ name: "_dcv.example.com", type: "CNAME" }]);
    expect((await look(file, answered(404, ""))).asked).toEqual([
      "http://example.com/.well-known/pki-validation/a.txt",
    ]);
  });

  test("finds a record whose provider has added the domain once more", async () => {
    const deep: Artefact = { kind: "dns-txt", host: "_dcv.www.example.com", value: "token-1" };
    for (const zone of ["www.example.com", "example.com"]) {
      const found = `it stands at _dcv.www.example.com.${zone}, with the domain twice`;
      expect(await lookFor(deep, misplaced(`_dcv.www.example.com.${zone}`))).toEqual({ kind: "not-seen", found });
    }
    expect(await lookFor(deep, misplaced("_dcv.www.example.com.com"))).toMatchObject({
      found: "the name does not exist",
    });
  });

  test.each<readonly [string, Artefact, DnsAnswer | HttpObservation, string]>([
    ["its TXT record", txt, records(record("TXT", "token-1")), "seen"],
    ["its TXT record beside others", txt, records(record("TXT", "v=spf1"), record("TXT", "token-1")), "seen"],
    ["a CNAME with a final dot and capitals", cname, records(record("CNAME", "Token.CA.example.")), "seen"],
    ["its file", file, answered(200, "a\nb"), "seen"],
    ["its file with a line end behind it", file, answered(200, "a\nb\r\n"), "seen"],
    ["its file with any good status", file, answered(203, "a\nb"), "seen"],
    ["other values", txt, records(record("TXT", "x"), record("TXT", "TOKEN-1")), '"x", "TOKEN-1"'],
    ["the value in a record of another type", txt, records(record("CNAME", "token-1")), '"token-1"'],
    ["the target in a record of another type", cname, records(record("TXT", "token.ca.example")), '"token.ca.example"'],
    ["another target", cname, records(record("CNAME", "else.ca.example")), '"else.ca.example"'],
    ["nothing at the name", txt, { kind: "no-records", dnssec: "insecure" }, "no such record"],
    ["no name", txt, { kind: "no-such-name", dnssec: "insecure" }, "the name does not exist"],
    ["no answer", txt, { kind: "failed", because: "servfail", server: "192.0.2.53" }, "no answer (servfail)"],
    ["another file", file, answered(200, "a"), "a file with other content"],
    ["an error page", file, answered(404, "a\nb"), "HTTP status 404"],
    ["a redirect that was not followed", file, answered(304, "a\nb"), "HTTP status 304"],
    [
      "no web server",
      file,
      { kind: "failed", because: "refused", hops: [], detail: "port 80 is closed" },
      "port 80 is closed",
    ],
  ])("that finds %s says so", async (_case, artefact, answer, said) => {
    expect((await look(artefact, answer)).said).toBe(said);
  });

  test("for a message finds nothing and asks nobody", async () => {
    const { asked, said } = await look({ kind: "email", address: "admin@example.com" }, records());
    expect({ asked, said }).toEqual({ asked: [], said: "a message is not visible from outside" });
  });
});
