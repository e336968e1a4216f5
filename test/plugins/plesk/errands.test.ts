import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { asId, type Host, type HostId, type SiteId } from "@hostseal/core";
import type { Http, HttpCall } from "@hostseal/http";
import { decodeCsr, fingerprint, KEY_TYPES, Secret } from "@hostseal/pki";
import { createPleskHost } from "@hostseal/plesk";
import { type DomainName, fromIso } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import { createTestAuthority } from "../../contracts/host-test-authority.ts";
import { openPleskServer, type PleskServer, type PleskState } from "./plesk-server.ts";

const escape = (value: string): string => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const PARAMETER = /<([a-z-]+)>([^<]*)<\/\1>/g;

/** What Plesk's agent makes of `extension/call`: an array for the extension's hook, and its array as elements. */
const carry = async (plesk: PleskServer, packet: string): Promise<string> => {
  const [, errand = "", inside = ""] = /<hostseal><([a-z-]+)>(.*)<\/\1><\/hostseal>/s.exec(packet) ?? [];
  const parameters = Object.fromEntries([...inside.matchAll(PARAMETER)].map(([, name, value]) => [name, value]));
  const brought = (await plesk.answer("rpc", { [errand]: parameters })) as Record<string, Record<string, string>>;
  const content = Object.entries(brought[errand] ?? {}).map(([name, value]) => `<${name}>${escape(value)}</${name}>`);
  const result = `<result><status>ok</status><hostseal><${errand}>${content.join("")}</${errand}></hostseal></result>`;
  const server = "<server><get><result><status>error</status><errcode>1006</errcode></result></get></server>";
  return `<packet version="1.6.9.1">${server}<extension><call>${result}</call></extension></packet>`;
};

const encode = (value: string): string => Buffer.from(value).toString("base64");

const bodyOf = ({ body }: HttpCall): string => (body?.kind === "text" ? body.text : "");

/** The adapter on one side, our extension's PHP on the other, and of Plesk only what stands between them. */
const open = async (change?: (state: PleskState) => void) => {
  const plesk = await openPleskServer(change);
  const http: Http = {
    send: async (call) => ({
      kind: "answer",
      status: 200,
      mediaType: "text/xml",
      text: await carry(plesk, bodyOf(call)),
      redact: (all) => all,
    }),
  };
  const settings = { id: asId<HostId>("plesk"), url: "https://plesk.example:8443", account: "harbour" };
  return { plesk, host: createPleskHost({ ...settings, credential: new Secret("key") }, { http }) };
};

const facet = <Name extends "zone" | "webroot" | "keys">(host: Host, name: Name): NonNullable<Host[Name]> =>
  host[name] ?? expect.unreachable(`no ${name}`);

const site = asId<SiteId>("shop.example.com");
const name = "shop.example.com" as DomainName;
const authority = async () => createTestAuthority(fromIso("2026-11-21"));

describe("the extension tells", () => {
  it("what it is, and which rival is active", async () => {
    const { host } = await open();
    const { software, findings } = await host.examine();
    expect(software).toBe("Plesk 18.0.64");
    expect(findings.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      "rival SSL It! can put certificates of its own on these sites",
    ]);
  });

  it("which permission the caller lacks", async () => {
    const { host } = await open((state) => {
      state.session = "agency";
      state.clients[1] = { id: 2, login: "agency", type: "reseller", parent: 1, status: 0, lacks: ["manage_phosting"] };
    });
    const { findings } = await host.examine();
    expect(findings[0]).toMatchObject({ kind: "permission-missing", what: expect.stringContaining("manage_phosting") });
  });

  it("which certificate a site uses, from its own repository", async () => {
    const { certificate } = await (await authority()).issue(name);
    const { host } = await open((state) => {
      state.certificates = [
        { name: "Lets Encrypt shop", site: 11, cert: "of another site" },
        { name: "Lets Encrypt shop", site: 12, cert: certificate },
      ];
      state.domains = state.domains.map((one) => (one.id === 12 ? { ...one, hosting: "Lets Encrypt shop" } : one));
    });
    expect(await host.installed(site)).toMatchObject({ sha256: fingerprint(certificate).sha256 });
    expect(await host.installed(asId("example.com"))).toBeUndefined();
  });

  it.each([
    ["_proof.example.com", "example.com"],
    ["_proof.www.shop.example.com", "example.com"],
    ["_proof.blog.example.org", undefined],
    ["_proof.example.net", undefined],
    ["_proof.neighbour.example.net", undefined],
    ["nowhere.example.info", undefined],
  ])("the zone of %s: %s", async (host, zone) => {
    const opened = await open();
    expect(await facet(opened.host, "zone").zoneFor(host)).toBe(zone);
  });
});

describe("the extension writes", () => {
  const path = "/.well-known/pki-validation/proof.txt";
  const fileOf = ({ root }: PleskServer): string => join(root, "var/www/vhosts/shop.example.com/httpdocs", path);

  it("a file byte for byte, and takes it away again, however often", async () => {
    const { plesk, host } = await open();
    const body = " token\nca.example\n\nünïcode ✓ ";
    for (let time = 0; time < 2; time += 1) await facet(host, "webroot").publish(site, path, body);
    expect(await readFile(fileOf(plesk), "utf8")).toBe(body);
    for (let time = 0; time < 2; time += 1) await facet(host, "webroot").withdraw(site, path);
    await expect(readFile(fileOf(plesk))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("nothing where a folder is in the way", async () => {
    const { plesk, host } = await open();
    await mkdir(fileOf(plesk), { recursive: true });
    await expect(facet(host, "webroot").publish(site, path, "token")).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining("the file could not be written"),
    });
  });

  it.each([
    "/index.html",
    "/.well-known/../x",
    "/.well-known/a\n",
    "/.well-known/%2e%2e/x",
    "/.well-known//x",
    ".well-known/x",
  ])("nothing at %j, whoever asks", async (outside) => {
    const { plesk } = await open();
    const parameters = { account: "harbour", site, path: outside, body: "" };
    for (const errand of ["put-file", "remove-file"]) {
      expect(await plesk.answer("rpc", { [errand]: { ...parameters, path: outside } })).toMatchObject({
        [errand]: { refused: "path-refused" },
      });
    }
  });
});

describe("keys", () => {
  it.each(KEY_TYPES)("of kind %s are made for exactly the names, and sealed", async (type) => {
    const { plesk, host } = await open();
    const names = [name, "*.shop.example.com" as DomainName];
    const { csr } = await facet(host, "keys").make(site, type, names);
    const decoded = decodeCsr(csr);
    expect(decoded).toMatchObject({ kind: "csr", csr: { names, selfSigned: true } });
    expect(JSON.stringify(await plesk.state())).not.toMatch(/PRIVATE KEY/);
  });

  it("go into the repository with their certificate, once, and are forgotten with it when nothing uses it", async () => {
    const { plesk, host } = await open();
    const { csr, reference } = await facet(host, "keys").make(site, "ec-p256", [name]);
    const certificate = await (await authority()).issueFor(csr, name);
    const stored = "hostseal-0123456789ab-0123456789abcdef01234567";
    const wish = { account: "harbour", site, reference, name: stored, certificate: encode(certificate), chain: "" };
    for (let time = 0; time < 2; time += 1)
      expect(await plesk.answer("rpc", { "install-kept": wish })).toEqual({ "install-kept": { done: "yes" } });
    expect((await plesk.state()).certificates).toMatchObject([{ name: stored, site: 12 }]);

    await plesk.alter(
      (state) => void (state.domains = state.domains.map((one) => (one.id === 12 ? { ...one, hosting: stored } : one))),
    );
    await expect(facet(host, "keys").forget(reference)).rejects.toMatchObject({
      message: expect.stringContaining("a certificate still uses this key"),
    });
    await plesk.alter((state) => void (state.domains = state.domains.map((one) => ({ ...one, hosting: null }))));
    for (let time = 0; time < 2; time += 1) await facet(host, "keys").forget(reference);
    const { certificates, settings } = await plesk.state();
    expect([certificates, settings]).toEqual([[], {}]);
    expect(await plesk.answer("rpc", { "install-kept": wish })).toMatchObject({
      "install-kept": { refused: "key-unknown" },
    });
  });

  it("take no certificate of another key, and none for another site", async () => {
    const { plesk, host } = await open();
    const { reference } = await facet(host, "keys").make(site, "ec-p256", [name]);
    const { certificate } = await (await authority()).issue(name);
    const encoded = encode(certificate);
    const wish = { account: "harbour", site, reference, name: "hostseal-1", certificate: encoded, chain: "" };
    expect(await plesk.answer("rpc", { "install-kept": wish })).toMatchObject({
      "install-kept": { refused: "certificate-refused" },
    });
    const elsewhere = { ...wish, site: "example.com" };
    expect(await plesk.answer("rpc", { "install-kept": elsewhere })).toMatchObject({
      "install-kept": { refused: "key-unknown" },
    });
    expect((await plesk.state()).certificates).toEqual([]);
  });

  it.each([
    [{ type: "dsa-1024", names: "shop.example.com" }, "key-kind-unknown"],
    [{ type: "ec-p256", names: "shop.example.com\nDNS:x.example" }, "name-refused"],
    [{ type: "ec-p256", names: "shop.example.com,a=b" }, "name-refused"],
    [{ type: "ec-p256", names: "" }, "name-refused"],
  ])("are not made for %j", async (wish, refused) => {
    const { plesk } = await open();
    const brought = await plesk.answer("rpc", { "make-key": { account: "harbour", site, ...wish } });
    expect(brought).toMatchObject({ "make-key": { refused } });
  });
});

describe("nobody but who may", () => {
  const look = { look: { account: "harbour", site } };
  const verdictFor = async (session: string) => {
    const { plesk } = await open((state) => void (state.session = session));
    const { look: brought } = (await plesk.answer("rpc", look)) as { readonly look: { readonly refused?: string } };
    return brought.refused ?? "told";
  };

  it.each([
    ["admin", "told"],
    ["agency", "told"],
    ["harbour", "told"],
    ["neighbour", "caller-refused"],
    ["", "caller-refused"],
  ])("%j asking for the site of harbour is %s", async (session, verdict) => {
    expect(await verdictFor(session)).toBe(verdict);
  });

  it("is asked without a session, but where the administrator trusts that", async () => {
    const { plesk } = await open((state) => void (state.session = ""));
    await plesk.answer("command", { name: "trustSessionless", options: { trust: "yes" } });
    expect(await plesk.answer("rpc", look)).toMatchObject({ look: { id: "12" } });
  });

  it("reaches the site of one account under the name of another", async () => {
    const { host } = await open();
    await expect(host.installed(asId("neighbour.example.net"))).rejects.toMatchObject({ code: "host.site-unknown" });
    const { plesk } = await open();
    const unknown = await plesk.answer("rpc", { look: { account: "nobody", site } });
    expect(unknown).toMatchObject({ look: { refused: "account-unknown" } });
  });

  it("an errand that is none, or that is badly formed, is refused in a word", async () => {
    const { plesk } = await open();
    expect(await plesk.answer("rpc", { "sell-all": {}, look: "text", "put-file": { account: ["x"] } })).toMatchObject({
      "sell-all": { refused: "errand-unknown" },
      look: { refused: "account-unknown" },
      "put-file": { refused: "account-unknown" },
    });
  });
});
