import type { DomainName } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { addressSets } from "../../apache/match/address-set.ts";
import { walkConfig } from "../../apache/tree/walk-config.ts";
import { virtualHosts } from "../../apache/vhosts/virtual-hosts.ts";
import type { ApacheFacts, Listening } from "../../facts/index.ts";
import type { ApacheSites } from "./apache-reading.ts";
import { findHost, findPlainHost } from "./find-host.ts";
import { planApachePair } from "./plan-apache-pair.ts";

type Given = {
  readonly listens?: readonly Listening[];
  readonly elsewhere?: readonly Listening[];
  readonly modules?: readonly string[];
  readonly distribution?: string;
  readonly available?: Readonly<Record<string, string>>;
  readonly moduleFolders?: Readonly<Record<string, string>>;
};

const MAIN = "/etc/apache2/apache2.conf";
const ANYWHERE: readonly Listening[] = [80, 443].map((port) => ({ address: "*", port }));

const sitesOf = (text: string, given: Given = {}): ApacheSites => {
  const { listens = ANYWHERE, elsewhere = [], modules = ["ssl"], distribution = "debian", available = {} } = given;
  const source = {
    files: new Map([
      [MAIN, Buffer.from(text)],
      ["/etc/apache2/mods-enabled/mpm_event.load", Buffer.from("")],
    ]),
    links: new Map<string, string>(),
    configFile: MAIN,
    serverRoot: "/etc/apache2",
    version: [2, 4, 62] as const,
    modules: modules.map((name) => ({ name: `${name}_module`, isStatic: true })),
    defines: new Map<string, string>(),
    environment: new Map<string, string>(),
  };
  const walked = walkConfig(source);
  if (walked.kind === "unfollowed") throw new Error(walked.problem.sentence);
  const view = virtualHosts(walked);
  const server: ApacheFacts = {
    kind: "apache",
    root: MAIN,
    files: source.files,
    realPaths: source.links,
    listens,
    listensElsewhere: elsewhere,
    commands: { server: { kind: "apache", line: "" }, test: [], reload: { kind: "command", argv: [] } },
    build: { version: source.version, mpm: "event", root: undefined, configFile: undefined },
    source,
    dump: "",
    serverRoot: "/etc/apache2",
    publicKeys: new Map(),
    available: new Map(Object.entries(available)),
    moduleFolders: new Map(Object.entries(given.moduleFolders ?? {})),
  };
  const system = { kernel: "Linux", hostname: "web1", distribution, selinux: undefined, tools: new Set<string>() };
  const facts = { system, server, fileFacts: new Map(), certificates: new Map() };
  return { facts, server, reading: { source, view, sets: addressSets(view.hosts) } };
};

const host = (at: string, name: string, inside = ""): string =>
  `<VirtualHost ${at}>\nServerName ${name}\nDocumentRoot /srv\n${inside}</VirtualHost>\n`;
const PAIR = "SSLEngine on\nSSLCertificateFile old.crt\nSSLCertificateKeyFile old.key\n";

const plan = (sites: ApacheSites, name = "a.test") =>
  planApachePair(sites, {
    name: name as DomainName,
    names: [name],
    keyFamily: "ecdsa",
    certificatePath: "/etc/apache2/hostseal/new.crt",
    keyPath: "/etc/apache2/hostseal/new.key",
    redirect: false,
    hsts: false,
  });

const LISTEN = "Listen 80\nListen 443\n";

describe("the virtual host of a name", () => {
  test("is the one for TLS where there is one, on every address that may differ", () => {
    const text =
      LISTEN + host("192.0.2.7:443", "a.test", PAIR) + host("*:443", "a.test", PAIR) + host("*:80", "a.test");
    const found = findHost(sitesOf(text), "a.test");
    expect(found).toMatchObject({ speaksTls: true });
    expect(found?.addresses).toHaveLength(2);
  });

  test("is the plain one where only that says the name", () => {
    const text = LISTEN + host("*:443", "b.test", PAIR) + host("*:80", "b.test") + host("*:80", "a.test");
    expect(findHost(sitesOf(text), "a.test")).toMatchObject({ speaksTls: false, host: { serverName: "a.test" } });
    expect(findPlainHost(sitesOf(text), "a.test")?.host.at.line).toBeGreaterThan(10);
  });

  test("is none where only a default would answer", () => {
    const text = LISTEN + host("*:443", "b.test", PAIR) + host("*:80", "b.test");
    expect(findHost(sitesOf(text), "a.test")).toBeUndefined();
    expect(plan(sitesOf(text))).toEqual({ kind: "site-unknown" });
  });

  test("is looked for only where the server listens", () => {
    const listens = [{ address: "192.0.2.7", port: 443 }];
    const text = host("*:443", "a.test", PAIR);
    expect(findHost(sitesOf(text, { listens }), "a.test")?.addresses).toEqual(["192.0.2.7"]);
    expect(findHost(sitesOf(text, { listens: [] }), "a.test")).toBeUndefined();
  });
});

describe("a plan", () => {
  test("says where the site answers when the server listens on one address, and nothing when on all", () => {
    const listens = [{ address: "192.0.2.7", port: 443 }];
    const text = host("*:443", "a.test", PAIR);
    expect(plan(sitesOf(text, { listens }))).toMatchObject({ endpoints: [{ address: "192.0.2.7", port: 443 }] });
    expect(plan(sitesOf(text))).toMatchObject({ kind: "planned", endpoints: [], hadTls: true });
  });

  test("names the certificate and the key that give way in full", () => {
    expect(plan(sitesOf(LISTEN + host("*:443", "a.test", PAIR)))).toMatchObject({
      certificates: ["/etc/apache2/old.crt"],
      key: "/etc/apache2/old.key",
    });
  });

  test("is refused where another program has the port that would have to be listened on", () => {
    const given = { listens: [{ address: "*", port: 80 }], elsewhere: [{ address: "127.0.0.1", port: 443 }] };
    const text = `Listen 80\n${host("*:80", "a.test")}`;
    expect(plan(sitesOf(text, given))).toMatchObject({
      kind: "refused",
      because: expect.stringContaining("another program listens"),
    });
    expect(plan(sitesOf(text, { listens: given.listens }))).toMatchObject({ kind: "planned" });
  });
});

describe("a module that is missing", () => {
  const text = `Listen 80\n${host("*:80", "a.test")}`;
  const available = {
    "/etc/apache2/mods-available/ssl.load": "# Depends: setenvif mime socache_shmcb\nLoadModule ssl_module x\n",
    "/etc/apache2/mods-available/ssl.conf": "",
    "/etc/apache2/mods-available/socache_shmcb.load": "",
    "/etc/apache2/mods-available/setenvif.load": "",
    "/etc/apache2/mods-available/mime.load": "",
  };

  test("is enabled by links with all that it depends on, but for what is loaded", () => {
    const planned = plan(sitesOf(text, { modules: ["mime"], available }));
    expect(planned.kind === "planned" && planned.links).toEqual(
      ["setenvif.load", "socache_shmcb.load", "ssl.conf", "ssl.load"].map((file) => ({
        path: `/etc/apache2/mods-enabled/${file}`,
        to: `../mods-available/${file}`,
      })),
    );
  });

  test.each([
    [
      "one that it depends on is not installed",
      { available: { ...available, "/etc/apache2/mods-available/mime.load": undefined } },
      "mime is not installed",
    ],
    [
      "SUSE's start file enables it",
      { distribution: "opensuse-leap", moduleFolders: { ssl: "/usr/lib/" } },
      "a2enmod ssl",
    ],
    ["a package has to bring it", { distribution: "rhel" }, "needs ssl"],
  ] as const)("is asked for where %s", (_title, given, words) => {
    const { available: some, ...rest } = { available: {}, ...given };
    const there = Object.entries<string | undefined>(some).flatMap(([path, one]) =>
      one === undefined ? [] : [[path, one]],
    );
    const sites = sitesOf(text, { modules: [], ...rest, available: Object.fromEntries(there) });
    expect(plan(sites)).toMatchObject({ kind: "refused", because: expect.stringContaining(words) });
  });

  test("is loaded beside the others where its file lies", () => {
    const given = {
      modules: [],
      distribution: "rhel",
      moduleFolders: { ssl: "/usr/lib/m/", socache_shmcb: "/usr/lib/m/" },
    };
    const planned = plan(sitesOf(`LoadModule dir_module modules/mod_dir.so\n${text}`, given));
    expect(planned.kind === "planned" && planned.changes[0]?.after.toString()).toContain(
      "mod_dir.so\nLoadModule ssl_module /usr/lib/m/mod_ssl.so\n",
    );
  });
});
