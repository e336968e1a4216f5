import { asId, type SiteId } from "@hostseal/core";
import { cpanelSettings } from "@hostseal/cpanel";
import { fingerprint } from "@hostseal/pki";
import { describe, expect, it } from "vitest";
import { asName, applied, opened, type OpenedCpanel, prepared } from "./opened.ts";

const HOSTNAME = asName("panel.example.net");
const MAIL = asId<SiteId>("service:dovecot");
const plot = { site: MAIL, name: HOSTNAME };

/** A server whose services show a certificate already; mail and web share it. */
const openedServer = async (shared: readonly string[]): Promise<OpenedCpanel & { readonly before: string }> => {
  const subject = await opened({ services: ["cpanel", "dovecot", "exim"] });
  const { certificate, chain, key } = await subject.issue(HOSTNAME);
  const state = { certificate, key, cabundle: chain.join("\n") };
  for (const service of shared) subject.double.state.services.set(service, state);
  return { ...subject, before: fingerprint(certificate).sha256 };
};

describe("services of the server", () => {
  it("are sites of their own when the settings ask for them", async () => {
    const { host } = await openedServer([]);
    const services = (await host.sites()).filter(({ id }) => id.startsWith("service:"));
    expect(services.map(({ id, names }) => [id, names])).toEqual([
      ["service:cpanel", [HOSTNAME]],
      ["service:dovecot", [HOSTNAME]],
      ["service:exim", [HOSTNAME]],
    ]);
    expect((await (await opened()).host.sites()).some(({ id }) => id.startsWith("service:"))).toBe(false);
  });

  it("get a certificate, are restarted, and are proven where they speak TLS", async () => {
    const subject = await openedServer(["dovecot"]);
    const ready = await prepared(subject, plot);
    expect(ready.plan.endpoints).toEqual([{ address: "127.0.0.1", port: 993 }]);
    await applied(subject.host, ready);
    await subject.host.commit(ready.plan.receipt);
    expect((await subject.host.installed(MAIL))?.sha256).toBe(fingerprint(ready.issued.certificate).sha256);
    expect(JSON.stringify(ready.plan)).not.toContain("PRIVATE KEY");
  });

  it("get back what they had, in the same process", async () => {
    const subject = await openedServer(["dovecot"]);
    const ready = await prepared(subject, plot);
    await applied(subject.host, ready);
    for (let time = 0; time < 2; time += 1) await subject.host.rollback(ready.plan.receipt);
    expect((await subject.host.installed(MAIL))?.sha256).toBe(subject.before);
  });

  it("get back what they had in another process, where another service has the key", async () => {
    const subject = await openedServer(["dovecot", "exim"]);
    const ready = await prepared(subject, plot);
    await applied(subject.host, ready);
    await subject.connect().rollback(ready.plan.receipt);
    expect((await subject.host.installed(MAIL))?.sha256).toBe(subject.before);
  });

  it("tell how to go on when nobody has the key any more", async () => {
    const subject = await openedServer(["dovecot"]);
    const ready = await prepared(subject, plot);
    await applied(subject.host, ready);
    await expect(subject.connect().rollback(ready.plan.receipt)).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining("whmapi1 reset_service_ssl_certificate"),
    });
  });

  it("refuse a plan that somebody overtook", async () => {
    const subject = await openedServer(["dovecot"]);
    const ready = await prepared(subject, plot);
    const { certificate, key } = await subject.issue(HOSTNAME);
    subject.double.state.services.set("dovecot", { certificate, key, cabundle: "" });
    await expect(applied(subject.host, ready)).rejects.toMatchObject({ code: "host.plan-stale" });
  });

  it("are not there when they were not asked for", async () => {
    const { host } = await opened({ services: ["exim"] });
    await expect(host.installed(MAIL)).rejects.toMatchObject({ code: "host.site-unknown" });
  });

  it("name the privileges they need", async () => {
    const { host, double } = await opened({ services: ["exim"] });
    for (const privilege of ["all", "ssl", "restart"]) double.state.privileges.delete(privilege);
    const { findings } = await host.examine();
    expect(findings.map(({ what }) => what)).toEqual([
      "ssl: certificates of the server's services",
      "restart: restarting them",
    ]);
    await expect(host.installed(asId("service:exim"))).rejects.toMatchObject({
      message: expect.stringContaining("the privilege ssl of the API token is missing"),
    });
  });

  it("are for administrators", () => {
    expect(cpanelSettings.safeParse({ access: "account", services: ["exim"] }).success).toBe(false);
  });
});
