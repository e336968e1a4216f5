import { asId, type Failure, isFailure, type SiteId } from "@hostseal/core";
import { UsageFault, type VirtualminHabits } from "@hostseal/panel-doubles/virtualmin";
import type { DomainName } from "@hostseal/rules";
import { expect, it, onTestFinished } from "vitest";
import { broughtKey, facet, preparePlan } from "./host-check.ts";
import { openPanelSubject } from "./host-panel-subject.ts";
import { virtualminUnderTest } from "./virtualmin-under-test.ts";

const open = async (habits: VirtualminHabits = {}) => {
  const subject = await openPanelSubject(virtualminUnderTest("Virtualmin", habits));
  onTestFinished(async () => subject.close());
  return subject;
};
type Subject = Awaited<ReturnType<typeof open>>;

const failureOf = async (attempt: Promise<unknown>): Promise<Failure> => {
  const thrown: unknown = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isFailure(thrown)) throw new TypeError("it did not fail as expected", { cause: thrown });
  return thrown;
};

/** Installs on a site, and expects the panel to say no without anything having changed. */
const failedInstall = async (subject: Subject): Promise<Failure> => {
  const before = await subject.behind.snapshot();
  const { issued, plan } = await preparePlan(subject, subject.bare);
  const failed = await failureOf(subject.host.apply(plan, broughtKey(issued)));
  expect(await subject.behind.snapshot()).toEqual(before);
  return failed;
};

const install = async (subject: Subject, plot = subject.bare) => {
  const { issued, plan } = await preparePlan(subject, plot);
  await subject.host.apply(plan, broughtKey(issued));
  return { plan };
};

const refusing = (program: string, needs: "ssl" | "domain", words: string): VirtualminHabits => ({
  programs: {
    [program]: {
      needs,
      run: () => {
        throw new UsageFault(words);
      },
    },
  },
});

it("says what the panel has against a certificate, and leaves nothing half installed", async () => {
  const words = "Certificate problems found : Certificate has expired";
  const failed = await failedInstall(await open(refusing("install-cert", "ssl", words)));
  expect([failed.code, failed.evidence]).toEqual(["host.refused", words]);
  expect(failed.message).toContain("it cannot use the certificate");
});

it("takes the certificate away again when TLS cannot be turned on", async () => {
  const words = "Updating server example.com ..\n.. clash detected : port 443 is taken";
  const failed = await failedInstall(await open(refusing("enable-feature", "domain", words)));
  expect(failed.message).toContain("clash detected : port 443 is taken");
});

it("finds out a panel that installs nothing and says so", async () => {
  const subject = await open({ programs: { "install-cert": { needs: "ssl", run: () => "..done\n" } } });
  const { issued, plan } = await preparePlan(subject, subject.secured);
  const failed = await failureOf(subject.host.apply(plan, broughtKey(issued)));
  expect(failed.message).toContain("another certificate than the one it says it installed");
});

it("names the capability and the command when DNS may not be changed", async () => {
  const words = "You are not allowed to run this command for virtual server example.com";
  const { host, hostedName } = await open(refusing("modify-dns", "domain", words));
  const failed = await failureOf(facet(host, "zone").add({ type: "TXT", host: `_a.${hostedName}`, value: "token" }));
  expect(failed.code).toBe("host.permission-missing");
  expect(failed.message).toContain("virtualmin modify-limits --user harbour --can-edit records");
});

it("tells an administrator that the module is missing, and still writes DNS records", async () => {
  const missing = { "hostseal-about": undefined, "hostseal-look": undefined };
  const { host, bare, hostedName, behind } = await open({ as: "master", programs: missing });
  const { findings } = await host.examine();
  expect(findings).toMatchObject([{ kind: "unsupported", fix: expect.stringContaining("install-module.pl") }]);
  expect((await failureOf(host.installed(bare.site))).message).toContain("module is not installed");
  await facet(host, "zone").add({ type: "TXT", host: `_a.${hostedName}`, value: "token" });
  expect(await behind.records(`_a.${hostedName}`, "TXT")).toEqual(["token"]);
});

it("tells an owner that the capability or the module is missing, for the panel does not say which", async () => {
  const { host } = await open({ programs: { "hostseal-about": undefined } });
  const failed = await failureOf(host.examine());
  expect(failed.message).toMatch(/--can-edit remote_api\), or the Hostseal module/);
});

it("switches the panel's own renewal off, and on again when the certificate is taken back", async () => {
  const subject = await open();
  const { secured, host, double } = subject;
  const renews = () => double.kept()[`tls:${secured.site}`];
  expect((await host.examine()).findings).toContainEqual({
    kind: "rival",
    what: expect.stringContaining(secured.name),
    fix: expect.any(String),
  });
  const { plan } = await install(subject, secured);
  expect(plan.steps.map(({ summary }) => summary).join("\n")).toContain("renewal with a free certificate");
  expect(renews()).toMatchObject({ renews: false });
  await host.rollback(plan.receipt);
  expect(renews()).toMatchObject({ renews: true });
});

it("leaves no renewal behind where it turned TLS on", async () => {
  const subject = await open();
  await install(subject);
  expect(subject.double.kept()[`tls:${subject.bare.site}`]).toMatchObject({ renews: false, isParked: false });
});

it("gives the certificate to mail as an administrator, and takes it back with the rest", async () => {
  const subject = await open({ as: "master" });
  const state = () => subject.double.kept()[`tls:${subject.bare.site}`];
  const { plan } = await install(subject);
  expect(state()).toMatchObject({ services: ["dovecot", "postfix"] });
  await subject.host.rollback(plan.receipt);
  expect(state()).toMatchObject({ services: [] });
});

it("finds out a service that did not take the certificate, and takes it back", async () => {
  const unable = { run: () => "Copying to service dovecot ..\n.. not supported\n" };
  const subject = await open({ as: "master", programs: { "install-service-cert": unable } });
  expect((await failedInstall(subject)).message).toContain("dovecot cannot be given the certificate");
});

it("touches nothing of another customer, although an administrator could", async () => {
  const { host, foreignSite } = await open({ as: "master" });
  expect(await facet(host, "webroot").siteFor(asId<DomainName>(foreignSite))).toBeUndefined();
  const publish = facet(host, "webroot").publish(asId<SiteId>(foreignSite), "/.well-known/a", "token");
  expect((await failureOf(publish)).code).toBe("host.site-unknown");
  const make = facet(host, "keys").make(asId<SiteId>(foreignSite), "ec-p256", [asId<DomainName>(foreignSite)]);
  expect((await failureOf(make)).code).toBe("host.site-unknown");
});

it("keeps the passwords out of failures that administrators are shown", async () => {
  const { host, wire } = await open({ as: "master" });
  wire.disturb("half-an-answer");
  const failed = await failureOf(host.sites());
  wire.disturb(undefined);
  await host.sites();
  expect(wire.answers()).toContain("never-shown-to-owners");
  expect([failed.code, JSON.stringify(failed), failed.evidence].join("\n")).not.toContain("never-shown-to-owners");
});

it("reads past what the panel mixes of its log into its answers", async () => {
  const subject = await open({ as: "master", isGrumbling: true });
  const { host, hostedName, secured, behind } = subject;
  expect((await host.sites()).map(({ id }) => id)).toContain(secured.site);
  await facet(host, "zone").add({ type: "TXT", host: `_a.${hostedName}`, value: "token" });
  const { plan } = await install(subject, secured);
  expect((await host.installed(secured.site))?.sha256).toBe(await behind.served(secured.name));
  await host.rollback(plan.receipt);
  const unknown = await failureOf(host.installed(asId<SiteId>("nobody.example.com")));
  expect([unknown.code, unknown.evidence]).toEqual([
    "host.site-unknown",
    "Virtual server nobody.example.com does not exist",
  ]);
});

it("puts no alias beside other records, with which the zone would not be loaded again", async () => {
  const { host, hostedName, behind } = await open();
  const zone = facet(host, "zone");
  await zone.add({ type: "TXT", host: `_a.${hostedName}`, value: "token" });
  const before = await behind.snapshot();
  const alias = zone.add({ type: "CNAME", host: `_a.${hostedName}`, value: "proof.ca.example" });
  expect((await failureOf(alias)).message).toContain("an alias cannot stand beside");
  expect(await behind.snapshot()).toEqual(before);
});

it.each(["two  blanks", "a line\nbreak", "x".repeat(256), ""])(
  "does not write a text that comes out changed: %j",
  async (value) => {
    const { host, hostedName, wire } = await open();
    const before = wire.calls();
    const failed = await failureOf(facet(host, "zone").add({ type: "TXT", host: `_a.${hostedName}`, value }));
    expect([failed.code, wire.calls() - before]).toEqual(["host.refused", 0]);
  },
);

it("takes DNS validation and installation in seven calls, and two more where TLS is turned on", async () => {
  const subject = await open();
  const { host, wire, secured, bare, hostedName } = subject;
  const counts: number[] = [];
  for (const plot of [secured, bare]) {
    const before = wire.calls();
    await facet(host, "zone").add({ type: "TXT", host: `_${plot.site}.${hostedName}`, value: "token" });
    await install(subject, plot);
    counts.push(wire.calls() - before);
  }
  expect(counts).toEqual([7, 9]);
});
