import { randomBytes } from "node:crypto";
import type { Artefact, DnsAnswer, IssuerValidation, Probe } from "@hostseal/core";
import { asId } from "@hostseal/core";
import { createHttp } from "@hostseal/http";
import { createSandboxIssuer } from "@hostseal/issuers";
import { Secret } from "@hostseal/pki";
import type { Authority } from "@hostseal/sandbox";
import { createAuthority, createVirtualClock, serveJsonFace } from "@hostseal/sandbox";
import { fromIso } from "@hostseal/rules";
import { onTestFinished } from "vitest";
import type { IssuerSubject } from "./issuer-check.ts";

const CREDENTIAL = "s3cret/credential+of=the&partner";
const PARTNER = "partner";
const PATIENCE = 10_000;

type Published = { readonly records: Map<string, string>; readonly files: Map<string, string> };

/** Sees what was published and nothing else; nobody forbids anything by CAA. */
const eyesOn = ({ records, files }: Published): Probe => ({
  async dns({ name, type }): Promise<DnsAnswer> {
    const value = records.get(`${name} ${type}`);
    if (value === undefined) return { kind: "no-such-name", dnssec: "insecure" };
    return { kind: "records", dnssec: "insecure", records: [{ name, type, ttl: 60, value }] };
  },
  async http({ url }) {
    const body = files.get(url) ?? "";
    return { kind: "answered", status: body === "" ? 404 : 200, body, hops: [], address: "127.0.0.1" };
  },
  caa: async () => ({ kind: "none", dnssec: "insecure" }),
  dnsEverywhere: async () => [],
  tls: async ({ name }) => ({ name, lookedAt: 0, endpoints: [] }),
});

const publish = ({ records, files }: Published, artefact: Artefact | undefined): void => {
  if (artefact?.kind === "dns-txt") records.set(`${artefact.host} TXT`, artefact.value);
  if (artefact?.kind === "dns-cname") records.set(`${artefact.host} CNAME`, artefact.target);
  if (artefact?.kind === "file") files.set(`http://${artefact.name}${artefact.path}`, artefact.body);
};

/** The sandbox driver in front of a fresh sandbox authority, over HTTP. The clock stands still until it is moved. */
export const openSandboxSubject = async (): Promise<
  IssuerSubject & { readonly authority: Authority; readonly url: string }
> => {
  const clock = createVirtualClock({ start: fromIso("2026-11-21T10:00:00Z"), monotonic: () => 0 });
  const published: Published = { records: new Map(), files: new Map() };
  const credential = new Secret(CREDENTIAL);
  const authority = await createAuthority({
    clock,
    random: { bytes: (count) => randomBytes(count) },
    probe: eyesOn(published),
    partners: [{ id: PARTNER, credential, balance: 1_000_000 }],
  });
  const face = await serveJsonFace(authority);
  onTestFinished(async () => {
    authority.close();
    await face.close();
  });
  const issuerAt = (url: string, timeout: number) =>
    createSandboxIssuer({ id: asId("sandbox"), url, credential }, { http: createHttp({ timeout }), clock });
  const { controls } = authority;

  return {
    authority,
    url: face.url,
    issuer: issuerAt(face.url, PATIENCE),
    issuerAt,
    credential: CREDENTIAL,
    now: () => clock.now(),
    roots: authority.roots,
    products: {
      single: "sandbox-dv",
      multiDomain: "sandbox-dv-multi",
      wildcard: "sandbox-dv-wildcard",
      organisation: "sandbox-ov",
    },
    books: {
      orders: () => controls.orders().length,
      charged: () => controls.entries().reduce((sum, { amount }) => sum + amount, 0),
      mails: () => controls.mails().length,
    },
    async prove(ref, { subject, artefact }: IssuerValidation) {
      if (artefact?.kind === "email" && subject.kind === "name") await controls.approveMail(ref, subject.name);
      publish(published, artefact);
    },
    passOrganisation: async (ref) => void (await controls.passOrganisation(ref)),
    passTime: (milliseconds) => clock.advanceBy(milliseconds),
    loseNextAnswer: () => controls.inject({ fault: { kind: "answer-lost" } }),
    emptyPurse: () => controls.setBalance(PARTNER, 0),
  };
};
