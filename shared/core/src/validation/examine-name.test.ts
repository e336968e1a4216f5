import type { CaaRecord, Level } from "@hostseal/rules";
import { fromIso } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { TODAY, nameOf } from "../orders/sample-order.fixture.ts";
import type { CaaLookup, DnsAnswer, DnsQuestion, HttpObservation, Probe } from "../ports/probe.ts";
import { render } from "../sentences/sentence.ts";
import type { MethodChoice } from "./artefact.ts";
import { examineName } from "./examine-name.ts";
import type { PreflightFinding } from "./preflight.ts";
import { preflightProblems } from "./preflight.ts";

const insecure = { dnssec: "insecure" } as const;
const present: DnsAnswer = {
  kind: "records",
  records: [{ name: "example.com", type: "SOA", ttl: 60, value: "there" }],
  ...insecure,
};
const fetched: HttpObservation = { kind: "answered", status: 404, body: "", hops: [], address: "192.0.2.1" };

type Circumstances = {
  readonly name?: string;
  readonly choice?: MethodChoice;
  readonly level?: Level;
  readonly now?: number;
  readonly caa?: CaaLookup;
  readonly dns?: DnsAnswer;
  readonly http?: HttpObservation;
};

const examined = async (circumstances: Circumstances) => {
  const { name = "shop.example.com", choice = { method: "dns-txt" }, level = "dv", now = TODAY } = circumstances;
  const { caa = { kind: "none", ...insecure }, dns = present, http = fetched } = circumstances;
  const asked: string[] = [];
  const probe = {
    caa: async () => caa,
    dns: async (question: DnsQuestion) => {
      asked.push(`${question.type} ${question.name}`);
      return dns;
    },
    http: async ({ url }: { readonly url: string }) => {
      asked.push(url);
      return http;
    },
  } as unknown as Probe;
  const findings = await examineName({ name: nameOf(name), choice, brand: "sectigo", level, now }, probe);
  return { findings, asked };
};

const inWords = ({ problem, parameters, weight, check }: PreflightFinding) => ({
  weight,
  check,
  says: render(preflightProblems[problem].sentence, parameters),
  fix: render(preflightProblems[problem].fix, parameters),
});

/** The one finding that is not "fine". */
const troubleIn = async (circumstances: Circumstances) => {
  const { findings } = await examined(circumstances);
  const troubles = findings.filter(({ problem }) => problem !== "fine");
  expect(troubles).toHaveLength(1);
  expect(troubles[0]?.parameters["name"]).toBe(troubles[0]?.name);
  return inWords(troubles[0] as PreflightFinding);
};

const found = (...records: readonly CaaRecord[]): CaaLookup => ({
  kind: "found",
  at: "example.com",
  records,
  ...insecure,
});
const issue = (value: string, tag = "issue", flags = 0): CaaRecord => ({ flags, tag, value });
const file: MethodChoice = { method: "file" };
const email: MethodChoice = { method: "email", address: "admin@example.com" };

describe("the examination of a name", () => {
  test.each([
    [{ method: "dns-txt" }, ["SOA example.com"]],
    [{ method: "dns-cname" }, ["SOA example.com"]],
    [file, ["http://shop.example.com/.well-known/pki-validation/hostseal-preflight.txt"]],
    [email, ["MX example.com"]],
  ] as const)("by %j finds all well in a world that is well, and asks what the method needs", async (choice, asked) => {
    const result = await examined({ choice, now: fromIso("2026-01-01") });
    expect(result.findings.map(({ check, weight }) => `${check} ${weight}`)).toContain("caa passes");
    expect(result.findings).toHaveLength(3);
    expect(result.findings.filter(({ weight }) => weight === "blocks")).toEqual([]);
    expect(result.asked).toEqual(asked);
  });

  test.each<readonly [string, CaaLookup, string, string]>([
    [
      "allows another issuer",
      found(issue("digicert.com")),
      'CAA at example.com allows only other issuers: 0 issue "digicert.com".',
      'Add the record `example.com CAA 0 issue "sectigo.com"`.',
    ],
    [
      "forbids everybody",
      found(issue(";")),
      'CAA at example.com forbids every issuer: 0 issue ";".',
      'Replace it by the record `example.com CAA 0 issue "sectigo.com"`.',
    ],
    [
      "has a critical property of a kind nobody knows",
      found(issue("x", "future", 128)),
      'CAA at example.com has a critical property no issuer may ignore: 128 future "x".',
      'Remove the record 128 future "x" at example.com.',
    ],
    [
      "is not answered",
      { kind: "failed", at: "example.com", because: "timeout", server: "192.0.2.53" },
      "The question for CAA at example.com was not answered (timeout, by 192.0.2.53); no CA may issue then.",
      "Make the name servers of example.com answer questions of type CAA.",
    ],
    [
      "is signed and the signatures do not verify",
      { kind: "failed", at: "example.com", because: "bogus", server: "192.0.2.53" },
      "The DNSSEC signatures of example.com do not verify; no CA may issue (BR §4.2.2.2).",
      "Correct the DS records at the registrar, or sign the zone again.",
    ],
  ])("stops before money when CAA %s, with the exact change", async (_case, caa, says, fix) => {
    expect(await troubleIn({ caa })).toEqual({ weight: "blocks", check: "caa", says, fix });
  });

  test("goes by issuewild for a wildcard", async () => {
    const caa = found(issue("sectigo.com"), issue("digicert.com", "issuewild"));
    expect(await troubleIn({ name: "*.example.com", caa })).toMatchObject({ weight: "blocks", check: "caa" });
    expect((await examined({ caa })).findings.every(({ weight }) => weight === "passes")).toBe(true);
  });

  test.each<readonly [string, Circumstances, Partial<Awaited<ReturnType<typeof troubleIn>>>]>([
    [
      "a wildcard by file",
      { name: "*.example.com", choice: file },
      { weight: "blocks", check: "method", fix: "Choose dns-txt or dns-cname or email." },
    ],
    ["e-mail on its last days", { choice: email }, { weight: "warns", check: "method" }],
    ["e-mail after its end", { choice: email, now: fromIso("2029-01-01") }, { weight: "blocks", check: "method" }],
    [
      "a zone that does not exist",
      { dns: { kind: "no-such-name", ...insecure } },
      { weight: "blocks", check: "dns", says: "shop.example.com does not exist in DNS." },
    ],
    [
      "a zone whose signatures do not verify",
      { dns: { kind: "failed", because: "bogus", server: "x" } },
      { weight: "blocks", check: "dns", fix: "Correct the DS records at the registrar, or sign the zone again." },
    ],
    [
      "a zone that does not answer",
      { dns: { kind: "failed", because: "timeout", server: "x" } },
      { weight: "warns", check: "dns" },
    ],
    ["a zone without a start", { dns: { kind: "no-records", ...insecure } }, { weight: "warns", check: "dns" }],
    [
      "a name without an address",
      { choice: file, http: { kind: "failed", because: "no-address", hops: [], detail: "" } },
      { weight: "blocks", check: "address", fix: "Add an A or AAAA record, or choose DNS validation." },
    ],
    [
      "a closed port",
      { choice: file, http: { kind: "failed", because: "refused", hops: [], detail: "port 80 is closed" } },
      { weight: "blocks", check: "file", fix: "Open port 80 for everybody, or choose DNS validation." },
    ],
    ...(["redirect-status", "redirect-port", "redirect-scheme", "too-many-redirects"] as const).map(
      (because) =>
        [
          `a redirect of the kind ${because}`,
          { choice: file, http: { kind: "failed", because, hops: [], detail: "it goes away" } },
          { weight: "blocks", check: "file", fix: "Exempt /.well-known/ from the redirect, or choose DNS validation." },
        ] as const,
    ),
  ])("tells of %s", async (_case, circumstances, expected) => {
    expect(await troubleIn(circumstances)).toMatchObject(expected);
  });

  test("warns when a message has nowhere to go", async () => {
    const { findings } = await examined({ choice: email, dns: { kind: "no-records", ...insecure } });
    expect(findings.map(({ check, weight }) => `${check} ${weight}`)).toContain("mail warns");
  });
});
