import { expect, test } from "vitest";
import { addressSets } from "../match/address-set.ts";
import type { ApacheReading } from "../read-apache.ts";
import { walkConfig } from "../tree/walk-config.ts";
import { virtualHosts } from "../vhosts/virtual-hosts.ts";
import type { CertificateWish } from "./certificate-wish.ts";
import { planCertificate } from "./plan-certificate.ts";
import { planNoteInWords } from "./plan-note.ts";

type Files = Readonly<Record<string, string>>;
type Given = Partial<CertificateWish> & {
  readonly links?: ReadonlyMap<string, string>;
  readonly modules?: readonly string[];
  readonly version?: readonly [number, number, number];
};

const TLS_MODULES = ["ssl_module", "socache_shmcb_module"];

const read = (
  files: Files,
  { modules = TLS_MODULES, version = [2, 4, 60], links = new Map() }: Given,
): ApacheReading => {
  const source = {
    files: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
    links,
    configFile: "/a/main.conf",
    serverRoot: "/a",
    version,
    modules: modules.map((name) => ({ name, isStatic: true })),
    defines: new Map<string, string>(),
    environment: new Map<string, string>(),
  };
  const walked = walkConfig(source);
  if (walked.kind === "unfollowed") throw new Error(walked.problem.sentence);
  const view = virtualHosts(walked);
  return { source, view, sets: addressSets(view.hosts) };
};

const plan = (text: string | Files, given: Given = {}) =>
  planCertificate({
    reading: read(typeof text === "string" ? { "/a/main.conf": text } : text, given),
    name: "a.test",
    addresses: ["192.0.2.1"],
    certificatePath: "/tls/new.crt",
    keyPath: "/tls/new.key",
    keyFamily: "ecdsa",
    names: ["a.test"],
    distribution: "debian",
    ...given,
  });

const after = (text: string, given: Given = {}): string => {
  const planned = plan(text, given);
  if (planned.kind !== "planned") return planned.sentence;
  return planned.changes.map((change) => change.after.toString("latin1")).join("---\n");
};

const host = (inside: string, at = "*:443", name = "a.test"): string =>
  `<VirtualHost ${at}>\nServerName ${name}\n${inside}</VirtualHost>\n`;
const PAIR = "SSLEngine on\nSSLCertificateFile old.crt\nSSLCertificateKeyFile old.key\n";

test("changes only the arguments, in the quotes they have", () => {
  const text = host("SSLEngine on\r\nSSLCertificateFile\t\"old.crt\"  \r\nSSLCertificateKeyFile \\\r\n 'old.key'\r\n");
  expect(after(text)).toBe(text.replace("old.crt", "/tls/new.crt").replace("'old.key'", "/tls/new.key"));
});

test("a key that stood in the certificate's file gets a line of its own", () => {
  const text = host("\tSSLEngine on\n\tSSLCertificateFile old.pem\n");
  expect(after(text)).toBe(
    host("\tSSLEngine on\n\tSSLCertificateFile /tls/new.crt\n\tSSLCertificateKeyFile /tls/new.key\n"),
  );
});

test("takes the chain's file away where the chain comes with the certificate, and else sets it", () => {
  const text = host(`${PAIR}SSLCertificateChainFile old.chain\n`);
  expect(after(text)).not.toContain("Chain");
  expect(after(text, { version: [2, 4, 7] })).toContain("SSLCertificateChainFile /tls/new.crt\n");
});

test("a path with blanks is put in quotes", () => {
  expect(after(host(PAIR), { certificatePath: '/my "tls/a.crt' })).toContain(
    String.raw`SSLCertificateFile "/my \"tls/a.crt"`,
  );
});

test("of two pairs the one of the same key type gives way", () => {
  const text = host(`${PAIR}SSLCertificateFile rsa.crt\nSSLCertificateKeyFile rsa.key\n`);
  const keyFamilies = new Map([
    ["old.crt", "ecdsa"],
    ["rsa.crt", "rsa"],
  ] as const);
  expect(after(text, { keyFamilies, keyFamily: "rsa" })).toMatch(/old\.crt[^]*new\.crt/);
  expect(after(text, { keyFamilies })).toMatch(/new\.crt[^]*rsa\.crt/);
  expect(plan(text)).toMatchObject({ kind: "refused", refusal: { kind: "key-types-unknown" } });
});

test("a snippet that only hosts with names of the certificate share is changed itself", () => {
  const files = {
    "/a/main.conf": `${host("Include tls.inc\n")}${host("Include tls.inc\n", "*:443", "www.a.test")}`,
    "/a/tls.inc": PAIR,
  };
  const both = plan(files, { names: ["a.test", "www.a.test"] });
  expect(both).toMatchObject({ kind: "planned", changes: [{ path: "/a/tls.inc" }], notes: [] });
  const one = plan(files);
  expect(one).toMatchObject({
    kind: "planned",
    changes: [{ path: "/a/main.conf" }],
    notes: [{ kind: "shared-overridden" }],
  });
});

const plain = host("DocumentRoot /srv\n", "*:80");

test.each([
  ["name-unknown", host(PAIR, "*:443", "b.test")],
  ["name-twice", host(PAIR) + host(PAIR)],
  ["name-twice", host(`ServerAlias *.test\n${PAIR}`, "*:443", "x.test") + host(PAIR)],
  ["made-by-macro", `<Macro M $n>\n${host(PAIR, "*:443", "$n")}</Macro>\nUse M a.test\nUse M b.test\n`],
  ["panel-managed", `# Generated automatically by Plesk, do not edit\n${host(PAIR)}`],
  ["plain-on-tls-port", host("")],
  ["dynamic-certificate", `Define D /tls\n${host(PAIR.replace("old.crt", "${D}/old.crt"))}`],
  [
    "unsure-condition",
    host(`<IfDirective Foo>\n${PAIR}</IfDirective>\n`).replace("<IfDirective", "SSLEngine on\n<IfDirective"),
  ],
  ["pair-apart", `SSLCertificateKeyFile all.key\n${host("SSLEngine on\nSSLCertificateFile old.crt\n")}`],
  ["managed-by-mod-md", `MDomain a.test\n${host(PAIR)}`],
  ["only-redirects", host("Redirect / https://a.test/\n", "*:80")],
  ["port-taken", `${plain}${host("", "*:*", "b.test")}`],
  ["port-taken", `SSLEngine on\n${plain}`],
])("refuses: %s", (kind, text) => {
  expect(plan(text)).toMatchObject({ kind: "refused", refusal: { kind }, sentence: expect.stringMatching(/\w{3}/) });
});

test("refuses to copy a site whose include cannot stand twice", () => {
  const files = {
    "/a/main.conf": host("DocumentRoot /srv\nInclude x.inc\n", "*:80"),
    "/a/x.inc": "WSGIDaemonProcess a\n",
  };
  expect(plan(files)).toMatchObject({ refusal: { kind: "unsafe-include" } });
});

test("a host alone and without a name answers for any", () => {
  const text = "<VirtualHost _default_:443>\nSSLEngine on\nSSLCertificateFile old.crt\n</VirtualHost>\n";
  expect(plan(text)).toMatchObject({ kind: "planned", notes: [{ kind: "serves-any-name" }] });
});

test("a host that only sends visitors to a nameless one with TLS leaves the certificate to that", () => {
  const secure = "<VirtualHost _default_:443>\nSSLEngine on\nSSLCertificateFile old.crt\n</VirtualHost>\n";
  const away = host("Redirect / https://a.test/\n", "*:80");
  expect(after(away + secure)).toBe(
    away + secure.replace("old.crt", "/tls/new.crt\nSSLCertificateKeyFile /tls/new.key"),
  );
  expect(after(plain + secure)).toContain("<VirtualHost *:443>\nServerName a.test");
});

test("a redirect is written into no file that a panel or a macro makes", () => {
  const text = `<Macro M>\n${plain}</Macro>\nUse M\n${host(PAIR)}`;
  expect(plan(text, { redirect: true })).toMatchObject({ refusal: { kind: "made-by-macro" } });
});

test("a certificate on no address is a mistake of the program", () => {
  expect(() => plan(plain, { addresses: [] })).toThrow(TypeError);
});

test("a new host comes behind those that serve its address now, and joins them", () => {
  const text = `Listen 443\n${plain}${host(PAIR, "192.0.2.1:443", "b.test")}# end\n`;
  const found = after(text);
  expect(found.indexOf("<VirtualHost 192.0.2.1:443>\nServerName a.test")).toBeGreaterThan(found.indexOf("b.test"));
  expect(found).not.toMatch(/Listen 443[^]*Listen 443/);
});

test("listens only where nothing does", () => {
  expect(after(`Listen 80\n${plain}`)).toContain("\nListen 443\n<VirtualHost *:443>");
  expect(after(`Listen 192.0.2.9:443\n${plain}`)).toContain("\nListen 192.0.2.1:443\n");
  expect(after(`Listen [::]:443 https\n${plain}`).match(/Listen/g)).toHaveLength(1);
});

test.each([
  ["debian", { kind: "planned", steps: [{ kind: "a2enmod", argv: ["a2enmod", "ssl", "socache_shmcb"] }] }],
  ["suse", { kind: "planned", steps: [{ kind: "a2enmod" }] }],
  ["rhel", { kind: "modules-needed", steps: [{ kind: "package", name: "mod_ssl" }] }],
] as const)("modules come the way of %s", (distribution, expected) => {
  expect(plan(plain, { modules: [], distribution })).toMatchObject(expected);
});

test("where no tool enables modules, they are loaded behind the others, or their place is asked for", () => {
  const given = { modules: [], distribution: "other", moduleFolders: new Map([["ssl", "/usr/mods/"]]) } as const;
  expect(after(`LoadModule dir_module modules/mod_dir.so\n${plain}`, given)).toContain(
    "mod_dir.so\nLoadModule ssl_module /usr/mods/mod_ssl.so\nLoadModule socache_shmcb_module modules/mod_socache_shmcb.so\n",
  );
  expect(after(plain, given)).toContain("there is no place to load more");
});

test("a server that has TLS needs no cache of sessions besides", () => {
  expect(plan(plain, { modules: ["ssl_module"] })).toMatchObject({ kind: "planned", steps: [] });
});

test("counts on what the missing modules bring", () => {
  const text = `<IfModule ssl_module>\nListen 443\n</IfModule>\n${plain}`;
  expect(after(text, { modules: [] }).match(/Listen/g)).toHaveLength(1);
});

test("redirect and HSTS are not repeated, and missing plain hosts are told", () => {
  const secure = host(`${PAIR}Header set Strict-Transport-Security max-age=1\n`);
  const given = { redirect: true, hsts: true };
  const notes = (text: string) => {
    const planned = plan(text, given);
    return planned.kind === "planned" ? planned.notes.map(({ kind }) => kind) : [planned.sentence];
  };
  expect(notes(secure)).toEqual(["hsts-exists", "no-plain-host"]);
  expect(notes(secure + host("Redirect / https://a.test/\n", "*:80"))).toEqual(["hsts-exists", "redirect-exists"]);
});

test("every note is a sentence with its place", () => {
  const planned = plan(`Listen 80\n${host('DocumentRoot /srv\nCustomLog "|cat" x\n', "*:80")}`);
  expect(planned.kind === "planned" ? planned.notes.map(planNoteInWords) : []).toEqual([
    "/a/main.conf:5 is not taken over into the new virtual host",
    "no virtual host served TLS on *:443 before: this one is now the default there",
    "the server will listen on 443 from now on",
  ]);
});

test("the file behind a link is changed, never the link", () => {
  const files = { "/a/main.conf": "Include on/*.conf\n", "/a/on/a.conf": host(PAIR) };
  const links = new Map([["/a/on/a.conf", "/a/all/a.conf"]]);
  expect(plan(files, { links })).toMatchObject({ kind: "planned", changes: [{ path: "/a/all/a.conf" }] });
});

test("done once more it changes nothing", () => {
  const first = after(host(PAIR));
  const again = plan(first);
  expect(again).toMatchObject({ kind: "planned", changes: [] });
});
