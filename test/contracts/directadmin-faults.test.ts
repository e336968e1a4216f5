import { asId, type Host, type HostId, type InstallPlan, isFailure, type SiteId } from "@hostseal/core";
import { createDirectadminHost, type DirectadminSettings } from "@hostseal/directadmin";
import { createHttp } from "@hostseal/http";
import type { DirectadminDouble, Habits } from "@hostseal/panel-doubles/directadmin";
import { fingerprint, type Secret } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { directadminUnderTest } from "./directadmin-subject.ts";
import { broughtKey, preparePlan } from "./host-check.ts";
import { openPanelSubject } from "./host-panel-subject.ts";
import { listenHere } from "./listen-here.ts";

const random = { bytes: (count: number) => randomBytes(count) };

/** A double of its own, reached without TLS by adapters with any settings. */
const open = async (habits: Partial<Habits> = {}) => {
  const subject = await openPanelSubject(directadminUnderTest("DirectAdmin", habits));
  const double = subject.double as DirectadminDouble;
  const server = await listenHere(createServer(double.listener));
  onTestFinished(async () => {
    await server.close();
    await subject.close();
  });
  const as = (settings: Partial<DirectadminSettings>): Host =>
    createDirectadminHost(
      {
        id: asId<HostId>("panel"),
        url: server.url,
        account: "harbour",
        credential: double.credential,
        ...settings,
      },
      { http: createHttp({ timeout: 2_000 }), random },
    );
  return { ...subject, double, as, url: server.url };
};

const failureOf = async (attempt: Promise<unknown> | undefined) => {
  try {
    await attempt;
  } catch (thrown) {
    if (isFailure(thrown)) return thrown;
    throw thrown;
  }
  return expect.unreachable("it succeeded");
};

const DIARY = asId<SiteId>("diary.example.com");
const acmeNames = (double: DirectadminDouble) => double.settingsOf(DIARY).acme.skipDNSNames;
const keepsakes = (double: DirectadminDouble) => Object.entries(double.kept()["home:harbour"] as object);

describe("a login key that was taken back", () => {
  it("fails the installation before anything is touched, and tells the administrator what to do", async () => {
    const { double, behind, ...subject } = await open();
    const { plan, issued } = await preparePlan({ ...subject, behind }, subject.secured);
    const before = await behind.snapshot();
    double.revoke();
    const failed = await failureOf(subject.host.apply(plan, broughtKey(issued)));
    expect(failed.code).toBe("host.unauthorised");
    expect(failed.fix).toBe("Put a valid credential for this host into the configuration.");
    expect(failed.message).toBe("panel (account harbour) does not accept the credentials.");
    expect(await behind.snapshot()).toEqual(before);
  });
});

type Deed = (host: Host, plan: InstallPlan, key: Secret) => Promise<unknown> | undefined;
const record = { type: "TXT", host: "_proof.example.com", value: "token" } as const;

const deeds: readonly (readonly [string, Deed])[] = [
  ["CMD_API_SHOW_DOMAINS", (host) => host.sites()],
  ["CMD_API_SUBDOMAINS", (host) => host.sites()],
  ["CMD_API_DOMAIN_POINTER", (host) => host.sites()],
  ["CMD_API_ADDITIONAL_DOMAINS", (host, plan) => host.plan(plan)],
  ["CMD_API_DNS_CONTROL", (host) => host.zone?.add(record)],
  ["filemanager", (host) => host.webroot?.publish(DIARY, "/.well-known/proof.txt", "token")],
  ["filemanager-actions", (host) => host.webroot?.publish(DIARY, "/.well-known/proof.txt", "token")],
  ["filemanager-actions", (host, plan, pem) => host.apply(plan, { kind: "brought", pem })],
  ["domain-tls", (host, plan, pem) => host.apply(plan, { kind: "brought", pem })],
];

describe("a login key that does not allow", () => {
  it.each(deeds)("%s says so by that name, and nothing is half done", async (command, deed) => {
    const { double, behind, as, ...subject } = await open();
    const { plan, issued } = await preparePlan({ ...subject, behind }, subject.secured);
    const before = await behind.snapshot();
    const host = as({ credential: double.credentialWithout(command) });
    const failed = await failureOf(deed(host, plan, issued.key));
    expect(failed.code).toBe("host.permission-missing");
    expect(failed.message).toContain(`the command ${command} among those its login key allows`);
    expect(await behind.snapshot()).toEqual(before);
  });

  it.each(["CMD_API_DNS_CONTROL", "CMD_API_DOMAIN", "filemanager"])(
    "%s is named when the server is examined, with the fix",
    async (command) => {
      const { double, as } = await open();
      const { findings } = await as({ credential: double.credentialWithout(command) }).examine();
      expect(findings).toEqual([
        {
          kind: "permission-missing",
          what: expect.stringContaining(`${command}, to `),
          fix: expect.stringContaining(`Add ${command} to the allowed commands of the login key`),
        },
      ]);
    },
  );
});

describe("the server's version and habits", () => {
  it("are told when it is examined, and so is who else puts certificates there", async () => {
    const { host } = await open();
    const { software, findings } = await host.examine();
    expect(software).toBe("DirectAdmin 1.709");
    expect(findings).toEqual([
      expect.objectContaining({ kind: "rival", what: expect.stringContaining("letsencrypt") }),
    ]);
  });

  it("say that an older one knows no list of names to skip", async () => {
    const { host } = await open({ edition: "older" });
    const { software, findings } = await host.examine();
    expect(software).toBe("DirectAdmin 1.668");
    expect(findings).toEqual([expect.objectContaining({ kind: "unsupported" })]);
  });

  it("may tell the version to nobody but administrators", async () => {
    const { double, as } = await open();
    const { software } = await as({ credential: double.credentialWithout("version") }).examine();
    expect(software).toBe("DirectAdmin, version not told");
  });

  it("may be of the time before JSON: an installation goes through and back all the same", async () => {
    const { host, behind, ...subject } = await open({ edition: "older", answersInPairs: true });
    const before = await behind.snapshot();
    const { plan, issued } = await preparePlan({ host, behind, ...subject }, subject.secured);
    await host.apply(plan, broughtKey(issued));
    expect(await behind.served(subject.secured.name)).toBe(fingerprint(issued.certificate).sha256);
    await host.rollback(plan.receipt);
    expect(await behind.snapshot()).toEqual(before);
  });
});

describe("an administrator's login key", () => {
  it("works for the account it acts as", async () => {
    const { double, as } = await open();
    const host = as({ holder: "admin", credential: double.administratorCredential });
    expect((await host.sites()).map(({ id }) => id)).toContain("example.com");
    expect((await host.sites()).map(({ id }) => id)).not.toContain("neighbour.example.net");
  });

  it("is worth nothing for an account that is not the administrator's own without saying so", async () => {
    const { double, as } = await open();
    const failed = await failureOf(as({ credential: double.administratorCredential }).sites());
    expect(failed.code).toBe("host.unauthorised");
  });

  it("replaces the panel's own certificate, and puts it back", async () => {
    const { double, as, issue } = await open();
    const host = as({ account: "admin", credential: double.administratorCredential, services: true });
    expect((await host.sites()).map(({ id }) => id)).toEqual(["service:panel"]);
    const before = double.kept();
    const { certificate, chain, key } = await issue("panel.hosting.example" as DomainName);
    const plan = await host.plan({ site: asId("service:panel"), certificate, chain });
    await host.apply(plan, { kind: "brought", pem: key });
    expect((await host.installed(asId("service:panel")))?.sha256).toBe(fingerprint(certificate).sha256);
    await host.rollback(plan.receipt);
    expect(double.kept()).toEqual(before);
  });

  it("shows no services that were not asked for", async () => {
    const { double, as } = await open();
    const host = as({ account: "admin", credential: double.administratorCredential });
    expect(await host.sites()).toEqual([]);
    expect((await failureOf(host.installed(asId("service:panel")))).code).toBe("host.site-unknown");
  });
});

describe("a certificate that the panel does not take", () => {
  it("is refused with the panel's words beside it, and what was there is there again", async () => {
    const { double, behind, host, ...subject } = await open({ refusesCertificates: "chain is incomplete" });
    const before = await behind.snapshot();
    const { plan, issued } = await preparePlan({ host, behind, ...subject }, subject.secured);
    const failed = await failureOf(host.apply(plan, broughtKey(issued)));
    expect(failed.message).toBe("panel (account harbour) refused the installation: it does not take this certificate.");
    expect(failed.evidence).toContain("chain is incomplete");
    await host.rollback(plan.receipt);
    expect(await behind.snapshot()).toEqual(before);
    expect(keepsakes(double)).toEqual([]);
  });
});

describe("DNS", () => {
  it("that says it deleted a record and did not is found out", async () => {
    const { double, host } = await open();
    await host.zone?.add(record);
    double.habits.deletesLie = true;
    const failed = await failureOf(host.zone?.remove(record));
    expect(failed.message).toContain("it says that the record was deleted, and goes on showing it");
  });

  it("of a name whose zone is elsewhere is refused in a sentence", async () => {
    const { host } = await open();
    const failed = await failureOf(host.zone?.add({ ...record, host: "_proof.blog.example.org" }));
    expect(failed.message).toContain("the zone of _proof.blog.example.org is not hosted there");
  });

  it("of a domain that lives in the zone above is found there", async () => {
    const { host } = await open();
    expect(await host.zone?.zoneFor("_proof.diary.example.com")).toBe("example.com");
    expect(await host.zone?.zoneFor("_proof.gallery.example.net")).toBe("gallery.example.net");
  });
});

describe("a domain on which SSL is off", () => {
  it("is switched on by the installation, as its plan says, and off again when that is taken back", async () => {
    const { double, world, behind, host, ...subject } = await open();
    double.settingsOf(DIARY).ssl = false;
    world.controls.web.hold("diary", true);
    const before = await behind.snapshot();
    const { plan, issued } = await preparePlan({ host, behind, ...subject }, subject.secured);
    expect(plan.steps.map(({ summary }) => summary)).toContainEqual(expect.stringMatching(/^Switch SSL on/));
    await host.apply(plan, broughtKey(issued));
    expect(await behind.served(subject.secured.name)).toBe(fingerprint(issued.certificate).sha256);
    await host.rollback(plan.receipt);
    expect(await behind.snapshot()).toEqual(before);
    expect(double.settingsOf(DIARY)).toMatchObject({ ssl: false, cgi: true, php: true });
  });
});

describe("automatic certificates", () => {
  it("leave a site of ours alone, and replace the others", async () => {
    const { double, host, behind, issue, ...subject } = await open();
    const { plan, issued } = await preparePlan({ host, behind, issue, ...subject }, subject.secured);
    await host.apply(plan, broughtKey(issued));
    await host.commit(plan.receipt);
    await double.renewAutomatically(async (name) => {
      const { certificate, chain, key } = await issue(name as DomainName);
      return { leaf: certificate, chain, key };
    });
    expect((await host.installed(DIARY))?.sha256).toBe(fingerprint(issued.certificate).sha256);
    expect(await host.installed(subject.bare.site)).toBeDefined();
  });

  it("get back the names that were taken from them, and no others", async () => {
    const { double, host, behind, ...subject } = await open();
    double.settingsOf(DIARY).acme.skipDNSNames = ["www.diary.example.com"];
    const { plan, issued } = await preparePlan({ host, behind, ...subject }, subject.secured);
    await host.apply(plan, broughtKey(issued));
    expect(acmeNames(double)).toEqual(["www.diary.example.com", "diary.example.com"]);
    await host.rollback(plan.receipt);
    expect(acmeNames(double)).toEqual(["www.diary.example.com"]);
    expect(double.settingsOf(DIARY).acme.dnsEnvironment).toEqual({ EXAMPLE_API_TOKEN: "token-of-the-dns-provider" });
  });
});

/** A double on which an installation was applied, and neither kept nor taken back. */
const openApplied = async () => {
  const subject = await open();
  const prepared = await preparePlan(subject, subject.secured);
  await subject.host.apply(prepared.plan, broughtKey(prepared.issued));
  return { ...subject, ...prepared };
};

describe("what is kept of the certificate before", () => {
  it("is sealed, for the owner's eyes only, and gone after the commit", async () => {
    const { double, host, plan } = await openApplied();
    const [[path, file] = ["", ""]] = keepsakes(double);
    expect(path).toMatch(/^\/\.hostseal-diary\.example\.com-[0-9a-f]{16}\.sealed$/);
    expect(file).toMatch(/^0600 hostseal-keepsake-1\.[\w.-]+$/);
    await host.commit(plan.receipt);
    expect(keepsakes(double)).toEqual([]);
  });

  it("is put back in no more calls than the documentation says", async () => {
    const { host, plan, wire } = await openApplied();
    const before = wire.calls();
    await host.rollback(plan.receipt);
    expect(wire.calls() - before).toBe(10);
  });

  it("makes no difference any more once the installation is committed", async () => {
    const { host, plan, issued, behind, secured } = await openApplied();
    await host.commit(plan.receipt);
    await host.rollback(plan.receipt);
    expect(await behind.served(secured.name)).toBe(fingerprint(issued.certificate).sha256);
  });

  it("cannot be opened with another login key, and the site keeps what it has", async () => {
    const { double, as, plan, issued, behind, secured } = await openApplied();
    const host = as({ holder: "admin", credential: double.administratorCredential });
    const failed = await failureOf(host.rollback(plan.receipt));
    expect(failed.message).toContain("the login key is another one by now");
    expect(await behind.served(secured.name)).toBe(fingerprint(issued.certificate).sha256);
  });

  it("is not put over the certificate that somebody else has installed since", async () => {
    const { double, host, plan, behind, secured } = await openApplied();
    await behind.interfere(secured);
    const theirs = await behind.served(secured.name);
    await host.rollback(plan.receipt);
    expect(await behind.served(secured.name)).toBe(theirs);
    expect(keepsakes(double)).toEqual([]);
  });
});

it("is unreachable, when nobody listens, in a sentence that says so", async () => {
  const { as } = await open();
  const failed = await failureOf(as({ url: "http://127.0.0.1:1" }).sites());
  expect(failed.message).toBe("panel (account harbour) does not answer: the connection was refused.");
});

it("takes no receipt of another host, and no key that was kept elsewhere", async () => {
  const subject = await open();
  const { plan } = await preparePlan(subject, subject.secured);
  expect((await failureOf(subject.host.rollback({ id: "other", undo: {} }))).code).toBe("host.refused");
  expect((await failureOf(subject.host.apply(plan, { kind: "kept", reference: "key-1" }))).code).toBe("host.refused");
});
