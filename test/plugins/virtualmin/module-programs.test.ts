import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asId, type HostId, type SiteId } from "@hostseal/core";
import type { Http, HttpCall } from "@hostseal/http";
import { fingerprint, Secret } from "@hostseal/pki";
import { type DomainName, fromIso } from "@hostseal/rules";
import { createVirtualminHost } from "@hostseal/virtualmin";
import { expect, onTestFinished, test } from "vitest";
import { createTestAuthority } from "../../contracts/host-test-authority.ts";
import { openScratchWebmin, type ScratchWebmin } from "./scratch-webmin.ts";

const SITE = asId<SiteId>("example.com");
const NAME = asId<DomainName>("example.com");

/** Fields become arguments as `remote.cgi` makes them. */
const toArguments = ({ body }: HttpCall): { readonly program: string; readonly given: readonly string[] } => {
  const fields = body?.kind === "form" ? Object.entries(body.fields) : [];
  const texts = fields.map(([name, value]) => [name, typeof value === "string" ? value : value.reveal()] as const);
  const given = texts.flatMap(([name, value]) =>
    name === "program" || name === "json" ? [] : [`--${name}`, ...(value === "" ? [] : value.split("\n"))],
  );
  return { program: new Map(texts).get("program") ?? "", given };
};

/** The adapter's way to the real programs, without a web server between them. */
const httpTo = (webmin: ScratchWebmin, user: string): Http => ({
  send: async (call) => {
    const { program, given } = toArguments(call);
    const folder = program.startsWith("hostseal-") ? "hostseal" : "virtual-server";
    const { status, output } = await webmin.run(`${folder}/${program}.pl`, given, { REMOTE_USER: user });
    const error = output.split("\n")[0] ?? "";
    const answer = status === 0 ? { status: "success", output } : { status: "failure", error, full_error: output };
    return {
      kind: "answer",
      status: 200,
      mediaType: "application/json",
      text: JSON.stringify(answer),
      redact: (it) => it,
    };
  },
});

const open = async (user = "alice") => {
  const webmin = await openScratchWebmin();
  onTestFinished(async () => webmin.close());
  const settings = { id: asId<HostId>("panel"), url: "https://panel.example:10000", account: "alice" };
  const host = createVirtualminHost({ ...settings, credential: new Secret("secret") }, { http: httpTo(webmin, user) });
  const authority = await createTestAuthority(fromIso("2026-11-21"));
  const plan = async () => {
    const issued = await authority.issue(NAME);
    const { certificate, chain } = issued;
    return { issued, plan: await host.plan({ site: SITE, certificate, chain }) };
  };
  return { webmin, host, authority, plan };
};
type Opened = Awaited<ReturnType<typeof open>>;

const files = ({ webmin: { home } }: Opened): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(home)
      .filter((name) => name.startsWith("ssl."))
      .map((name) => [name, readFileSync(join(home, name), "utf8")]),
  );
const stateOf = async (opened: Opened) => ({ files: files(opened), domain: await opened.webmin.domain() });
const keptIn = ({ webmin: { root } }: Opened, part: string): readonly string[] => {
  const folder = join(root, "var/modules/hostseal", part);
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
};

/** A site that has a certificate, its own renewal, and a request of its customer's. */
const secured = async (opened: Opened) => {
  const { webmin, authority } = opened;
  const { certificate, key } = await authority.issue(NAME);
  const paths = { ssl_cert: "ssl.cert", ssl_key: "ssl.key", ssl_newkey: "ssl.newkey", ssl_csr: "ssl.csr" };
  const at = Object.fromEntries(Object.entries(paths).map(([name, file]) => [name, join(webmin.home, file)]));
  await writeFile(join(webmin.home, "ssl.cert"), certificate);
  await writeFile(join(webmin.home, "ssl.key"), key.reveal());
  await writeFile(join(webmin.home, "ssl.newkey"), "a key of theirs");
  await writeFile(join(webmin.home, "ssl.csr"), "a request of theirs");
  await webmin.change({ ...at, ssl: 1, letsencrypt_renew: 1, stub_services: "dovecot" });
};

test("installs with a brought key, and puts back byte for byte what was there", async () => {
  const opened = await open();
  await secured(opened);
  const before = await stateOf(opened);
  const { issued, plan } = await opened.plan();
  await opened.host.apply(plan, { kind: "brought", pem: issued.key });
  expect((await opened.host.installed(SITE))?.sha256).toBe(fingerprint(issued.certificate).sha256);
  expect(await opened.webmin.domain()).not.toHaveProperty("letsencrypt_renew");
  await opened.host.rollback(plan.receipt);
  expect(await stateOf(opened)).toEqual(before);
  expect(keptIn(opened, "kept")).toEqual([]);
});

test("turns TLS on where it was off, and off again", async () => {
  const opened = await open();
  const before = await stateOf(opened);
  const { issued, plan } = await opened.plan();
  await opened.host.apply(plan, { kind: "brought", pem: issued.key });
  expect(await opened.webmin.domain()).toMatchObject({ ssl: 1 });
  await opened.host.rollback(plan.receipt);
  const { domain, files } = await stateOf(opened);
  expect(files).toEqual({});
  expect(domain).toEqual({ ...before.domain, ssl: 0 });
});

test("keeps what it replaced where only root reads it, until it is committed", async () => {
  const opened = await open();
  await secured(opened);
  const { issued, plan } = await opened.plan();
  await opened.host.apply(plan, { kind: "brought", pem: issued.key });
  expect(keptIn(opened, "kept")).toContain("1789/key");
  await opened.host.commit(plan.receipt);
  expect(keptIn(opened, "kept")).toEqual([]);
  await opened.host.rollback(plan.receipt);
  expect((await opened.host.installed(SITE))?.sha256).toBe(fingerprint(issued.certificate).sha256);
});

test("refuses a site that is not as it was planned for", async () => {
  const opened = await open();
  await secured(opened);
  const { issued, plan } = await opened.plan();
  await secured(opened);
  const before = await stateOf(opened);
  await expect(opened.host.apply(plan, { kind: "brought", pem: issued.key })).rejects.toMatchObject({
    code: "host.plan-stale",
  });
  expect(await stateOf(opened)).toEqual(before);
});

test.each(["rsa-2048", "ec-p256", "ec-p384"] as const)(
  "makes a key (%s) that installs and never leaves, and gives the customer's own request back",
  async (type) => {
    const opened = await open();
    await secured(opened);
    const { host, authority } = opened;
    const { csr, reference } = (await host.keys?.make(SITE, type, [NAME])) ?? { csr: "", reference: "" };
    const certificate = await authority.issueFor(csr, NAME);
    const plan = await host.plan({ site: SITE, certificate, chain: [] });
    await host.apply(plan, { kind: "kept", reference });
    expect((await host.installed(SITE))?.sha256).toBe(fingerprint(certificate).sha256);
    await host.commit(plan.receipt);
    expect(files(opened)).toMatchObject({ "ssl.newkey": "a key of theirs", "ssl.csr": "a request of theirs" });
    await host.keys?.forget(reference);
    expect(keptIn(opened, "keys").filter((name) => name.endsWith(".pem"))).toEqual([]);
    await host.keys?.forget("../../../etc/passwd");
  },
);

test("a key of another domain is not there", async () => {
  const opened = await open();
  const { certificate, chain } = await opened.authority.issue(NAME);
  const plan = await opened.host.plan({ site: SITE, certificate, chain });
  const reference = `1-${"ab".repeat(12)}`;
  await expect(opened.host.apply(plan, { kind: "kept", reference })).rejects.toMatchObject({
    message: expect.stringContaining("the private key is not there"),
  });
});

test("writes validation files byte for byte, and takes them away", async () => {
  const { host, webmin } = await open();
  const [path, body] = ["/.well-known/pki-validation/proof.txt", "token\nünï\n"];
  for (let time = 0; time < 2; time += 1) await host.webroot?.publish(SITE, path, body);
  const file = join(webmin.home, "public_html", path);
  expect(readFileSync(file, "utf8")).toBe(body);
  await host.webroot?.publish(SITE, path, "");
  expect(readFileSync(file, "utf8")).toBe("");
  for (let time = 0; time < 2; time += 1) await host.webroot?.withdraw(SITE, path);
  expect(existsSync(file)).toBe(false);
});

test.each(["/.well-known/../proof.txt", "/proof.txt", "/.well-known/a/../../b", "/.well-known/", "/.well-known/a%0ab"])(
  "the server itself writes no file at %s",
  async (path) => {
    const { webmin } = await open();
    const given = ["--domain", "example.com", "--owner", "alice", "--path", path, "--body", "base64:YQ=="];
    const { status, output } = await webmin.run("hostseal/hostseal-file.pl", given);
    expect({ status, output }).toEqual({ status: 1, output: "hostseal: path-not-allowed: not below /.well-known/\n" });
    expect(readdirSync(join(webmin.home, "public_html"))).toEqual([]);
  },
);

test("a domain of somebody else does not exist, even for root in their name", async () => {
  const { host } = await open("bob");
  await expect(host.installed(SITE)).rejects.toMatchObject({ code: "host.site-unknown" });
  const { webmin } = await open();
  const { output } = await webmin.run("hostseal/hostseal-look.pl", ["--domain", "example.com", "--owner", "bob"]);
  expect(output).toBe("Virtual server example.com does not exist\n");
});

test("says what it is, what is missing, and where the panel renews by itself", async () => {
  const opened = await open();
  await secured(opened);
  expect(await opened.host.examine()).toMatchObject({
    software: "Virtualmin 8.1.0 on Webmin 2.660",
    findings: [{ kind: "rival", what: expect.stringContaining("example.com") }],
  });
  const given = ["--owner", "alice"];
  const without = { REMOTE_USER: "alice", STUB_MAY: "records domain" };
  expect((await opened.webmin.run("hostseal/hostseal-about.pl", given, without)).output).toContain('"lacks":["ssl"]');
});

test("certificates are told from each other as everywhere else", async () => {
  const { webmin, authority } = await open();
  const { certificate } = await authority.issue(NAME);
  const code = `require "${webmin.root}/webmin/hostseal/kept-lib.pl"; print certificate_digest($ENV{'PEM'})`;
  const der = Buffer.from(certificate.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
  expect((await webmin.perl(code, { PEM: certificate })).output).toBe(createHash("sha256").update(der).digest("hex"));
});
