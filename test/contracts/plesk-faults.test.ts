import type { Failure } from "@hostseal/core";
import { isFailure } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { describe, expect, it, onTestFinished } from "vitest";
import { broughtKey, facet, preparePlan } from "./host-check.ts";
import { openPanelSubject, type PanelUnderTest } from "./host-panel-subject.ts";
import { pleskWith } from "./host-plesk-subject.ts";

const open = async (panel: PanelUnderTest = pleskWith()) => {
  const subject = await openPanelSubject(panel);
  onTestFinished(async () => subject.close());
  return subject;
};
type Subject = Awaited<ReturnType<typeof open>>;

const failureOf = async (attempt: Promise<unknown>): Promise<Failure> => {
  const thrown: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (isFailure(thrown)) return thrown;
  return expect.unreachable("it succeeded");
};

/** Tries to install, and shows that nothing was left of it. */
const refusalOf = async (subject: Subject, name: DomainName = subject.bare.name): Promise<Failure> => {
  const { issued, plan } = await preparePlan(subject, { ...subject.bare, name });
  const before = await subject.behind.snapshot();
  const refusal = await failureOf(subject.host.apply(plan, broughtKey(issued)));
  expect(await subject.behind.snapshot()).toEqual(before);
  return refusal;
};

const assigned = (subject: Subject) => subject.double.kept()["services"];

/** Ours in the repository of `example.com`. */
const stored = (subject: Subject): readonly string[] => {
  const part = subject.double.kept()["tls:example.com"] as readonly string[];
  return part.filter((name) => name.startsWith("hostseal-"));
};

const wildcard = "*.example.com" as DomainName;

describe("a credential", () => {
  it("that was revoked is told so", async () => {
    const subject = await open();
    if ("revoke" in subject.double && typeof subject.double.revoke === "function")
      subject.double.revoke(subject.double.credential);
    const { message, fix, evidence, row } = await failureOf(subject.host.sites());
    expect(message).toBe("panel (account harbour) does not accept the credentials.");
    expect(fix).toBe("Put a valid credential for this host into the configuration.");
    expect(evidence).toMatch(/^11003 /);
    expect(row.retry).toBe("after-change");
  });

  it("that is bound to another address is told in the panel's words", async () => {
    const elsewhere = { login: "admin", role: "admin", lacks: [], address: "192.0.2.1" } as const;
    const { host } = await open(pleskWith({}, (double) => double.issue(elsewhere)));
    expect(await failureOf(host.sites())).toMatchObject({ code: "host.unauthorised" });
  });

  it.each([
    [["manage_phosting"] as const, "Hosting settings management (manage_phosting)"],
    [["manage_dns"] as const, "DNS zone management (manage_dns)"],
  ])("that lacks %s is examined for it", async (lacks, what) => {
    const { host } = await open(pleskWith({}, (double) => double.issue({ login: "r", role: "reseller", lacks })));
    const { findings } = await host.examine();
    expect(findings).toContainEqual({
      kind: "permission-missing",
      what,
      fix: expect.stringContaining("plesk bin secret_key --create"),
    });
  });

  it("without DNS zone management adds no record, and says which permission is missing", async () => {
    const panel = pleskWith({}, (double) => double.issue({ login: "r", role: "reseller", lacks: ["manage_dns"] }));
    const { host, hostedName } = await open(panel);
    const attempt = facet(host, "zone").add({ type: "TXT", host: `_proof.${hostedName}`, value: "token" });
    const { message } = await failureOf(attempt);
    expect(message).toBe("panel (account harbour) does not allow this: DNS zone management (manage_dns) is missing.");
  });

  it("of a customer is told that an administrator's is needed", async () => {
    const { host } = await open(
      pleskWith({}, (double) => double.issue({ login: "harbour", role: "client", lacks: [] })),
    );
    const { message } = await failureOf(host.sites());
    expect(message).toContain("a secret key of the administrator (plesk bin secret_key --create) is missing");
  });

  it("of another customer reads nothing of this account", async () => {
    const { host, secured } = await open(
      pleskWith({}, (double) => double.issue({ login: "neighbour", role: "client", lacks: [] })),
    );
    expect(await failureOf(host.installed(secured.site))).toMatchObject({ code: "host.refused" });
  });
});

describe("a server without our extension", () => {
  it("is examined for it, with the command that installs it", async () => {
    const { host } = await open(pleskWith({ lacksExtension: true }));
    expect(await host.examine()).toEqual({
      software: "Plesk 18.0.64",
      findings: [
        expect.objectContaining({ kind: "unsupported", fix: expect.stringContaining("plesk bin extension --install") }),
      ],
    });
  });

  it("lists its sites all the same, and names what is missing for the rest", async () => {
    const { host, bare } = await open(pleskWith({ lacksExtension: true }));
    expect((await host.sites()).map(({ id }) => id)).toContain(bare.site);
    const { message } = await failureOf(host.installed(bare.site));
    expect(message).toContain("the Hostseal extension (plesk bin extension --install hostseal-plesk.zip) is missing");
  });
});

it("the free certificates beside us are told as rivals, with what to switch off", async () => {
  const { findings } = await (await open()).host.examine();
  expect(findings.filter(({ kind }) => kind === "rival").map(({ what }) => what)).toEqual([
    "SSL It! can put certificates of its own on these sites",
    "Let's Encrypt can put certificates of its own on these sites",
  ]);
});

describe("nothing is half installed when Plesk", () => {
  it("does not take the certificate", async () => {
    const refusal = await refusalOf(await open(pleskWith({ refusesCertificates: "Probably, it is invalid." })));
    expect(refusal).toMatchObject({ code: "host.refused", evidence: "1023 Probably, it is invalid." });
    expect(refusal.message).toContain("it could not do it; its own words say why");
    expect(refusal.fix).toContain("The site keeps its present certificate");
  });

  it("stores the certificate, and does not use it", async () => {
    const refusal = await refusalOf(await open(pleskWith({ refusesBinding: "Web server configuration failed." })));
    expect(refusal).toMatchObject({ code: "host.refused", evidence: "1023 Web server configuration failed." });
  });

  it("uses the certificate, and refuses it for mail", async () => {
    const subject = await open(pleskWith({ mailCommandFails: { code: 1, stderr: "Mail is switched off" } }));
    const refusal = await refusalOf(subject, wildcard);
    expect(refusal).toMatchObject({ code: "host.refused", evidence: "1 Mail is switched off" });
  });
});

describe("mail and webmail", () => {
  it("are given a certificate that covers their names, and get back what they had", async () => {
    const subject = await open();
    const { issued, plan } = await preparePlan(subject, { ...subject.bare, name: wildcard });
    expect(plan.steps.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        "Use it for the mail of example.com as well",
        "Use it for the webmail of example.com as well",
      ]),
    );
    const before = await subject.behind.snapshot();
    await subject.host.apply(plan, broughtKey(issued));
    const name = expect.stringMatching(/^hostseal-/);
    expect(assigned(subject)).toEqual({ "mail example.com": name, "webmail example.com": name });
    await subject.connect().rollback(plan.receipt);
    expect(await subject.behind.snapshot()).toEqual(before);
  });

  it("keep what they have when it covers the site alone", async () => {
    const subject = await open();
    const { issued, plan } = await preparePlan(subject, subject.bare);
    await subject.host.apply(plan, broughtKey(issued));
    expect(assigned(subject)).toEqual({});
  });
});

describe("the repository", () => {
  it("keeps the certificate and the one before, and no older one of ours", async () => {
    const subject = await open();
    for (const expected of [1, 2, 2, 2]) {
      const { issued, plan } = await preparePlan(subject, subject.bare);
      await subject.host.apply(plan, broughtKey(issued));
      await subject.host.commit(plan.receipt);
      expect(stored(subject)).toHaveLength(expected);
    }
  });

  it("gives back the one before, also after another commit in between", async () => {
    const subject = await open();
    const first = await preparePlan(subject, subject.bare);
    await subject.host.apply(first.plan, broughtKey(first.issued));
    await subject.host.commit(first.plan.receipt);
    const before = await subject.behind.snapshot();
    const second = await preparePlan(subject, subject.bare);
    await subject.host.apply(second.plan, broughtKey(second.issued));
    await subject.host.rollback(second.plan.receipt);
    expect(await subject.behind.snapshot()).toEqual(before);
  });

  it("is asked for no certificate once another one is in use", async () => {
    const subject = await open();
    const { issued, plan } = await preparePlan(subject, subject.bare);
    await subject.host.apply(plan, broughtKey(issued));
    await subject.behind.interfere(subject.bare);
    const { message } = await failureOf(subject.host.commit(plan.receipt));
    expect(message).toContain("another certificate was installed since");
  });
});

describe("DNS", () => {
  it("of a zone that is kept elsewhere is refused in words", async () => {
    const { host, foreignName } = await open();
    const attempt = facet(host, "zone").add({ type: "TXT", host: `_proof.${foreignName}`, value: "token" });
    expect((await failureOf(attempt)).message).toContain("the zone of _proof.blog.example.org is not kept there");
  });

  it("that is said to be changed and is not, is found out", async () => {
    const { host, hostedName } = await open(pleskWith({ leavesZones: true }));
    const attempt = facet(host, "zone").add({ type: "TXT", host: `_proof.${hostedName}`, value: "token" });
    expect((await failureOf(attempt)).message).toContain("it says that the record was added, and does not show it");
  });

  it("does not put an alias beside other records", async () => {
    const { host, hostedName } = await open();
    const attempt = facet(host, "zone").add({ type: "CNAME", host: hostedName, value: "elsewhere.example" });
    expect(await failureOf(attempt)).toMatchObject({ code: "host.refused", evidence: expect.stringMatching(/^1023 /) });
  });
});

it("a name that belongs to another customer is not a site of this account", async () => {
  const { host, foreignSite } = await open();
  const { message, row } = await failureOf(host.installed(foreignSite));
  expect(message).toBe("panel (account harbour) has no site neighbour.example.net.");
  expect(row.actor).toBe("customer");
});

it("a record is validated and a certificate installed in six calls", async () => {
  const subject = await open();
  const { host, wire, hostedName } = subject;
  const issued = await subject.issue(subject.bare.name);
  const start = wire.calls();
  await facet(host, "zone").add({ type: "TXT", host: `_proof.${hostedName}`, value: "token" });
  const plan = await host.plan({ site: subject.bare.site, certificate: issued.certificate, chain: issued.chain });
  await host.apply(plan, broughtKey(issued));
  await host.commit(plan.receipt);
  expect(wire.calls() - start).toBe(6);
});
