import { Secret } from "@hostseal/pki";
import { describe, expect, it } from "vitest";
import { applied, opened, prepared } from "./opened.ts";

describe("what goes wrong is told by its name", () => {
  it("a token that was revoked", async () => {
    const subject = await opened();
    const ready = await prepared(subject);
    Object.assign(subject.double.state.tokens, { whm: new Secret("REVOKED") });
    await expect(applied(subject.host, ready)).rejects.toMatchObject({
      code: "host.unauthorised",
      message: "panel (account harbour) does not accept the credentials.",
      fix: "Put a valid credential for this host into the configuration.",
      evidence: expect.stringContaining("Access denied"),
    });
  });

  it("a token without the privilege that stands behind everything", async () => {
    const subject = await opened();
    subject.double.state.privileges.delete("all");
    subject.double.state.privileges.delete("cpanel-api");
    await expect(subject.host.sites()).rejects.toMatchObject({
      code: "host.permission-missing",
      message: "panel (account harbour) does not allow this: the privilege cpanel-api of the API token is missing.",
    });
    expect((await subject.host.examine()).findings).toContainEqual({
      kind: "permission-missing",
      what: "cpanel-api: everything that is done for an account",
      fix: "Give the API token the privilege cpanel-api in WHM » Development » Manage API Tokens.",
    });
  });

  it("a feature that the account's package does not have", async () => {
    const subject = await opened();
    const ready = await prepared(subject);
    subject.double.withoutPermission();
    await expect(applied(subject.host, ready)).rejects.toMatchObject({
      code: "host.permission-missing",
      message: expect.stringContaining("the feature sslinstall of the account (WHM » Packages » Feature Manager)"),
    });
    expect(await subject.host.installed(subject.bare.site)).toBeUndefined();
    expect((await subject.host.examine()).findings.map(({ what }) => what)).toEqual([
      "sslinstall: installing certificates",
    ]);
  });

  it("an account that the reseller's token does not see", async () => {
    const subject = await opened({ login: "quayline" });
    Object.assign(subject.double.state.tokens, { reseller: subject.double.credential, whm: new Secret("ANOTHER") });
    await expect(subject.host.sites()).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining("it has no account harbour that this token may use"),
    });
  });

  it.each([
    [
      "Certificate verification failed! (Certificate Authority Bundle)",
      "it cannot verify the certificate with its chain",
    ],
    ["The key does not match the certificate.", "the private key does not belong to the certificate"],
    ["The “WebServer” role is disabled.", "a role of the server is switched off"],
    ["Something else entirely.", 'SSL::install_ssl says "Something else entirely."'],
  ])("a certificate that is refused: %s", async (words, because) => {
    const subject = await opened();
    const ready = await prepared(subject);
    const before = await subject.behind.snapshot();
    subject.double.mischiefs.plan("SSL::install_ssl", { kind: "refused", words });
    await expect(applied(subject.host, ready)).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining(because),
    });
    expect(await subject.behind.snapshot()).toEqual(before);
  });

  it("a chain that does not fit, and nothing is half installed", async () => {
    const subject = await opened();
    const issued = await subject.issue(subject.bare.name);
    const stranger = await subject.issue(subject.neighbour.name);
    const plan = await subject.host.plan({
      site: subject.bare.site,
      certificate: issued.certificate,
      chain: [stranger.certificate],
    });
    const before = await subject.behind.snapshot();
    await expect(applied(subject.host, { plan, issued })).rejects.toMatchObject({
      message: expect.stringContaining("it cannot verify the certificate with its chain"),
    });
    expect(await subject.behind.snapshot()).toEqual(before);
  });

  it("a certificate for none of the site's names", async () => {
    const { host, bare, neighbour, issue } = await opened();
    const { certificate, chain } = await issue(neighbour.name);
    await expect(host.plan({ site: bare.site, certificate, chain })).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining("the certificate is for none of the names example.com"),
    });
  });

  it("a receipt of somebody else", async () => {
    const { host } = await opened();
    const receipt = { id: "1", undo: { webspace: "bakery" } };
    await expect(host.commit(receipt)).rejects.toMatchObject({ code: "host.refused" });
    await expect(host.rollback(receipt)).rejects.toMatchObject({ code: "host.refused" });
  });
});

describe("an examination", () => {
  it("finds AutoSSL that replaces what others issued, with the command against it", async () => {
    const { host, double } = await opened();
    double.state.clobbers = true;
    expect((await host.examine()).findings).toEqual([
      {
        kind: "rival",
        what: "AutoSSL may replace certificates of other issuers (clobber_externally_signed).",
        fix: "Run whmapi1 set_autossl_metadata_key key=clobber_externally_signed value=0.",
      },
    ]);
  });

  it("tells the version, and which is too old", async () => {
    expect((await (await opened()).host.examine()).software).toBe("cPanel & WHM 11.138.0.10");
    const { host } = await opened({ access: "account", version: "11.94.0.1" });
    const { software, findings } = await host.examine();
    expect(software).toBe("cPanel & WHM 94.0 (build 10)");
    expect(findings.map(({ kind }) => kind)).toEqual(["unsupported"]);
  });
});
