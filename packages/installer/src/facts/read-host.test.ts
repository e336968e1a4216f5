import { describe, expect, test } from "vitest";
import { type Message, readMessages } from "../script/index.ts";
import { collectReport } from "./collect-report.ts";
import { hostRefusalInWords } from "./host-refusal-in-words.ts";
import { readHost } from "./read-host.ts";

const MARKER = "hs-test";

async function* said(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines.map((line) => `${MARKER} ${line}`);
}

const block = (title: string, text: string): readonly string[] => [
  `begin ${title}`,
  `base64 ${Buffer.from(text).toString("base64")}`,
  "end",
];

const built = (text: string): readonly string[] => text.split("\n").map((line) => `build ${line}`);

const messages = (lines: readonly string[]): AsyncGenerator<Message> => readMessages(said(lines), MARKER);
const read = async (lines: readonly string[]) => readHost(await collectReport(messages(lines)));

const SYSTEM = ["user 0", "kernel Linux", "hostname web1", "tool openssl"];
const BUILD = (prefix: string, conf: string) =>
  `nginx version: nginx/1.26.3\nbuilt with OpenSSL 3.3.2\nconfigure arguments: --prefix=${prefix} --conf-path=${conf}\n`;
const DIGEST = "ab".repeat(32);
const DUMP = "# configuration file /etc/nginx/nginx.conf:\nevents {}\n\n";

const nginx = (...extra: readonly string[]): readonly string[] => [
  "nginx 812",
  "exe /usr/sbin/nginx",
  "line nginx: master process /usr/sbin/nginx",
  "argument /usr/sbin/nginx",
  ...built(BUILD("/usr/share/nginx", "/etc/nginx/nginx.conf")),
  ...extra,
  "green",
  ...block("dump", DUMP),
];

const SIGNAL = {
  kind: "signal",
  signal: "HUP",
  exe: "/usr/sbin/nginx",
  commandLine: "nginx: master process /usr/sbin/nginx",
};

describe("the facts of a host with nginx", () => {
  test.each([
    [
      "Debian, by systemd",
      "ID=debian\n",
      ["unit nginx.service"],
      { kind: "command", argv: ["systemctl", "reload", "nginx.service"] },
    ],
    [
      "RHEL, by systemd",
      'ID="rhel"\n',
      ["unit nginx.service"],
      { kind: "command", argv: ["systemctl", "reload", "nginx.service"] },
    ],
    [
      "Alpine, by OpenRC",
      "ID=alpine\n",
      ["service nginx"],
      { kind: "command", argv: ["rc-service", "nginx", "reload"] },
    ],
    ["SUSE, started by hand", 'ID="opensuse-leap"\n', [], SIGNAL],
  ] as const)("are read on %s", async (_title, os, owner, reload) => {
    const host = await read([...SYSTEM, `distribution ${os.trim().slice("ID=".length)}`, ...nginx(...owner), "probed"]);
    expect(host).toMatchObject({
      kind: "facts",
      facts: {
        system: { hostname: "web1", distribution: /="?([\w-]+)/.exec(os)?.[1] },
        server: { build: { version: [1, 26, 3] }, commands: { test: ["/usr/sbin/nginx", "-t"], reload } },
      },
    });
  });

  test("are files with owner and mode, where links lead, and certificates", async () => {
    const files = [
      "row -rw-r----- 1 0 33 120 Nov 22 01:15 /etc/nginx/sites-enabled/a b",
      "row -rw-------. 1 0 0 241 Jan  5  2023 /etc/ssl/site.key",
      `row ${DIGEST}  /etc/nginx/sites-enabled/a b`,
      "link /etc/nginx/sites-enabled/a b",
      "real /etc/nginx/sites-available/a b",
      "pem /etc/ssl/site.crt:one",
      "pem /etc/ssl/site: b.crt:other",
      "pem /etc/ssl/site.crt:two",
    ];
    const host = await read([...SYSTEM, ...nginx(), ...files, "probed"]);
    if (host.kind === "refused") throw new Error(hostRefusalInWords(host.because));
    const { fileFacts, certificates, server } = host.facts;
    expect(fileFacts.get("/etc/nginx/sites-enabled/a b")).toEqual({ mode: "0640", owner: "0:33", sha256: DIGEST });
    expect(fileFacts.get("/etc/ssl/site.key")).toEqual({ mode: "0600", owner: "0:0", sha256: undefined });
    expect(server.realPaths.get("/etc/nginx/sites-enabled/a b")).toBe("/etc/nginx/sites-available/a b");
    expect(certificates.get("/etc/ssl/site.crt")).toBe("one\ntwo\n");
    expect(certificates.get("/etc/ssl/site: b.crt")).toBe("other\n");
  });

  test("hold the prefix that it was started with", async () => {
    const lines = nginx().map((line) => (line.startsWith("line ") ? `${line} -p /opt/web/ -c x.conf` : line));
    expect(await read([...SYSTEM, ...lines, "probed"])).toMatchObject({ facts: { server: { prefix: "/opt/web" } } });
  });
});

const sockets = (port: number): readonly string[] => [
  `socket 00000000:${port.toString(16).padStart(4, "0")} 0:0 00:0 0 0 0 7 1`,
  "own 7",
];

const APACHE_BUILD = 'Server version: Apache/2.4.62 (Unix)\n -D HTTPD_ROOT="/etc/httpd"\n';
const apacheDump = (root: string, main: string): string =>
  `Included configuration files:\n  (*) ${main}\nVirtualHost configuration:\nServerRoot: "${root}"\nDefine: LIVE\nLoaded Modules:\n so_module (static)\n`;

const apache = (
  port: number,
  extra: readonly string[] = [],
  main = "/etc/httpd/conf/httpd.conf",
): readonly string[] => [
  "apache 5",
  "exe /usr/sbin/httpd",
  "line /usr/sbin/httpd -DFOREGROUND",
  ...extra,
  "argument -DFOREGROUND",
  ...built(APACHE_BUILD),
  ...sockets(port),
  "green",
  ...block("dump", apacheDump("/etc/httpd", main)),
  ...block(`content ${main}`, "Include x\n"),
  "environment PLACE=/srv/a=b",
  "module ssl /etc/httpd/modules/",
];

describe("the facts of a host with Apache", () => {
  test.each([
    ["RHEL, by systemd", ["unit httpd.service"], { kind: "command", argv: ["systemctl", "reload", "httpd.service"] }],
    ["Alpine, by OpenRC", ["service apache2"], { kind: "command", argv: ["rc-service", "apache2", "reload"] }],
    [
      "a custom prefix, by a signal",
      [],
      { kind: "signal", signal: "USR1", exe: "/usr/sbin/httpd", commandLine: "/usr/sbin/httpd -DFOREGROUND" },
    ],
  ] as const)("are read on %s", async (_title, owner, reload) => {
    const host = await read([...SYSTEM, ...apache(443, owner), "probed"]);
    expect(host).toMatchObject({
      kind: "facts",
      facts: {
        server: {
          kind: "apache",
          build: { version: [2, 4, 62], root: "/etc/httpd" },
          root: "/etc/httpd/conf/httpd.conf",
          serverRoot: "/etc/httpd",
          source: { environment: new Map([["PLACE", "/srv/a=b"]]), defines: new Map([["LIVE", ""]]) },
          moduleFolders: new Map([["ssl", "/etc/httpd/modules/"]]),
          listens: [{ address: "*", port: 443 }],
          commands: { test: ["/usr/sbin/httpd", "-DFOREGROUND", "-t"], reload },
        },
      },
    });
  });

  test("are those of the server in front, whatever stands behind it", async () => {
    const host = await read([...SYSTEM, ...apache(8080), ...nginx(...sockets(443)), "probed"]);
    expect(host).toMatchObject({ kind: "facts", facts: { server: { kind: "nginx" } }, others: [] });
  });

  test("are those of both where both answer visitors", async () => {
    const host = await read([...SYSTEM, ...apache(80), ...nginx(...sockets(443)), "probed"]);
    expect(host).toMatchObject({ facts: { server: { kind: "apache" } }, others: [{ server: { kind: "nginx" } }] });
  });

  test("leave out what runs in a container beside it", async () => {
    const host = await read([...SYSTEM, "nginx 8", "container", ...apache(443), "probed"]);
    expect(host).toMatchObject({ facts: { server: { kind: "apache" } }, others: [] });
  });
});

describe("nothing is installed", () => {
  const red = nginx()
    .filter((line) => line !== "green")
    .concat(block("errors", 'unknown directive "x"\nmore'));

  test.each([
    ["where the answer ends in the middle", [...SYSTEM, ...nginx()], "unanswered"],
    ["where the login is not root", ["user 1000", "kernel Linux", ...nginx(), "probed"], "not-root"],
    ["on FreeBSD, which has no /proc", ["user 0", "kernel FreeBSD", "probed"], "unsupported-system"],
    ["where a panel writes the configuration", [...SYSTEM, "panel /usr/local/psa", ...nginx(), "probed"], "panel"],
    ["where nothing runs", [...SYSTEM, "probed"], "not-running"],
    ["while Apache's own test is red", [...SYSTEM, ...apache(443).filter((line) => line !== "green"), "probed"], "red"],
    ["where several servers run and none answers visitors", [...SYSTEM, ...nginx(), ...nginx(), "probed"], "several"],
    ["into a container", [...SYSTEM, "nginx 8", "container", "probed"], "in-container"],
    ["while its own test is red", [...SYSTEM, ...red, "probed"], "red"],
  ] as const)("%s", async (_title, lines, kind) => {
    const host = await read(lines);
    expect(host).toMatchObject({ kind: "refused", because: { kind } });
    if (host.kind === "refused") expect(hostRefusalInWords(host.because)).toMatch(/^[a-z].*[^.]$/);
  });

  test("and a panel is named, with what to do", () => {
    expect(hostRefusalInWords({ kind: "panel", panel: "Plesk" })).toContain("install the certificate through it");
  });
});
