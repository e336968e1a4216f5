import { fingerprint } from "@hostseal/pki";
import { describe, expect, it } from "vitest";
import { applied, opened, type OpenedCpanel, prepared } from "./opened.ts";

const excluded = ({ double }: OpenedCpanel): readonly string[] => [
  ...(double.state.accounts.get("harbour")?.excluded ?? []),
];

describe("an installation", () => {
  it("takes six calls together with the record that validates it", async () => {
    const subject = await opened();
    const ready = await prepared(subject);
    await subject.host.zone?.zoneFor("_proof.example.com");
    const before = subject.wire.calls();
    await subject.host.zone?.add({ type: "TXT", host: "_proof.example.com", value: "token" });
    await applied(subject.host, ready);
    expect(subject.wire.calls() - before).toBe(6);
  });

  it("counts as done when the panel refuses what it has done", async () => {
    const subject = await opened();
    const ready = await prepared(subject);
    const words = "The system received an unknown error.";
    subject.double.mischiefs.plan("SSL::install_ssl", { kind: "refused", words, afterDoing: true });
    await applied(subject.host, ready);
    expect(await subject.behind.served(subject.bare.name)).toBe(fingerprint(ready.issued.certificate).sha256);
  });

  it("does not count as done when the panel says yes and did nothing", async () => {
    const subject = await opened();
    const ready = await prepared(subject);
    subject.double.mischiefs.plan("SSL::install_ssl", { kind: "lies", content: { action: "install" } });
    await expect(applied(subject.host, ready)).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining("it says yes, and nothing is installed"),
    });
  });

  it("whose answer was lost is taken back by another process", async () => {
    const subject = await opened();
    for (const plot of [subject.bare, subject.secured]) {
      const before = await subject.behind.snapshot();
      const ready = await prepared(subject, plot);
      subject.double.mischiefs.plan("SSL::install_ssl", { kind: "cut" });
      await expect(applied(subject.host, ready)).rejects.toMatchObject({ code: "host.unreachable" });
      expect(await subject.behind.served(plot.name)).toBe(fingerprint(ready.issued.certificate).sha256);
      await subject.connect().rollback(ready.plan.receipt);
      expect(await subject.behind.snapshot()).toEqual(before);
    }
  });

  it("is gone on with when it is applied again after its answer was lost", async () => {
    const subject = await opened();
    const ready = await prepared(subject);
    subject.double.mischiefs.plan("SSL::install_ssl", { kind: "cut" });
    await expect(applied(subject.host, ready)).rejects.toThrow();
    const before = subject.wire.calls();
    await applied(subject.connect(), ready);
    expect(subject.wire.calls() - before).toBe(3);
    expect(excluded(subject)).toEqual(["example.com"]);
  });

  it("that was cut off while it was taken back is taken back in the end", async () => {
    const subject = await opened();
    const before = await subject.behind.snapshot();
    const ready = await prepared(subject, subject.secured);
    await applied(subject.host, ready);
    subject.double.mischiefs.plan("SSL::delete_cert", { kind: "cut" });
    await expect(subject.host.rollback(ready.plan.receipt)).rejects.toMatchObject({ code: "host.unreachable" });
    await subject.connect().rollback(ready.plan.receipt);
    expect(await subject.behind.snapshot()).toEqual(before);
  });

  it("cannot be taken back when the key of the certificate before is gone, and says so", async () => {
    const subject = await opened();
    const ready = await prepared(subject, subject.secured);
    await applied(subject.host, ready);
    subject.double.mischiefs.plan("SSL::fetch_key_and_cabundle_for_certificate", { kind: "refused", words: "No key." });
    await expect(subject.host.rollback(ready.plan.receipt)).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining("the key of the certificate before is no longer kept"),
    });
  });

  it("leaves alone what somebody else installed since", async () => {
    const subject = await opened();
    const ready = await prepared(subject);
    await applied(subject.host, ready);
    await subject.behind.interfere(subject.bare);
    const theirs = await subject.behind.served(subject.bare.name);
    await expect(subject.host.commit(ready.plan.receipt)).rejects.toMatchObject({ code: "host.refused" });
    await subject.host.rollback(ready.plan.receipt);
    expect(await subject.behind.served(subject.bare.name)).toBe(theirs);
  });
});

describe("the truce with AutoSSL", () => {
  it("covers the names of the certificate, and is in the plan", async () => {
    const subject = await opened();
    const ready = await prepared(subject);
    expect(ready.plan.steps.map(({ summary }) => summary)).toEqual([
      "Install the certificate on example.com for example.com",
      "Keep AutoSSL away from example.com",
      "Apache, and mail of these names, serve it once cPanel has reloaded them",
    ]);
    await applied(subject.host, ready);
    expect(excluded(subject)).toEqual(["example.com"]);
  });

  it("ends with the installation, but for names that were left alone before", async () => {
    const subject = await opened();
    subject.double.state.accounts.get("harbour")?.excluded.add("example.com");
    const ready = await prepared(subject);
    expect(ready.plan.steps).toHaveLength(2);
    await applied(subject.host, ready);
    await subject.host.rollback(ready.plan.receipt);
    expect(excluded(subject)).toEqual(["example.com"]);
  });

  it("is not asked for where the account has no AutoSSL", async () => {
    const subject = await opened();
    subject.double.state.accounts.get("harbour")?.features.delete("autossl");
    const ready = await prepared(subject);
    await applied(subject.host, ready);
    expect(await subject.behind.served(subject.bare.name)).toBe(fingerprint(ready.issued.certificate).sha256);
    expect((await subject.host.examine()).findings.map(({ what }) => what)).toEqual([
      "autossl: keeping AutoSSL away from what was bought",
    ]);
  });
});
