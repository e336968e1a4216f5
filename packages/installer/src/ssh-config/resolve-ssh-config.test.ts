import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ConfigReader } from "./read-config-blocks.ts";
import type { ResolvedHost } from "./resolve-ssh-config.ts";
import { resolveSshConfig } from "./resolve-ssh-config.ts";

const local = { user: userInfo().username, home: userInfo().homedir };

const quietly = <T>(attempt: () => T, instead: T): T => {
  try {
    return attempt();
  } catch {
    return instead;
  }
};

const disk: ConfigReader = {
  read: (path) => quietly(() => readFileSync(path, "utf8"), undefined),
  list: (folder) => quietly(() => readdirSync(folder), []),
};

const inMemory = (files: Readonly<Record<string, string>>): ConfigReader => ({
  read: (path) => files[path],
  list: (folder) =>
    Object.keys(files).flatMap((path) => (dirname(path) === folder ? [path.slice(folder.length + 1)] : [])),
});

const resolve = (text: string, host = "web"): ResolvedHost =>
  resolveSshConfig({ host, files: ["/c"], reader: inMemory({ "/c": text }), local: { user: "me", home: "/home/me" } });

const withHome = (path: string): string => path.replace(/^~(?=\/)/, local.home);

/** The keys that ssh tries when none is configured. */
const DEFAULT_KEYS = /\/\.ssh\/id_(?:rsa|dsa|xmss|ecdsa|ed25519)(?:_sk)?$/;

/** What the real ssh would use; in the same shape as far as it says it. */
const askSsh = (config: string, host: string) => {
  const printed = execFileSync("/usr/bin/ssh", ["-G", "-T", "-F", config, host], { encoding: "utf8", env: {} });
  const lines = printed.split("\n").map((line) => [line.split(" ", 1)[0], line.slice(line.indexOf(" ") + 1)] as const);
  const all = (keyword: string) => lines.flatMap(([name, value]) => (name === keyword ? [value] : []));
  return {
    address: all("hostname")[0],
    port: Number(all("port")[0]),
    user: all("user")[0],
    identityFiles: all("identityfile")
      .filter((path) => !DEFAULT_KEYS.test(path))
      .map(withHome),
    identitiesOnly: all("identitiesonly")[0] === "yes",
    proxyJump: (all("proxyjump")[0] ?? "").split(",").filter((jump) => jump !== ""),
    userKnownHostsFiles: (all("userknownhostsfile")[0] ?? "").split(" ").map(withHome),
  };
};

const CORPUS: readonly (readonly [string, string, Readonly<Record<string, string>>?])[] = [
  ["nothing at all", ""],
  [
    "capital letters",
    "Host WEB\n Port 60\nHost web\n Port 61\nMatch host WEB\n User a\nMatch originalhost Mail*\n User b\n",
  ],
  ["a host", "Host web\n  HostName web.example.com\n  Port 2222\n  User deploy\n"],
  ["another host", "Host mail\n  Port 2222\n"],
  ["the first value", "Host web\n Port 1\nHost *\n Port 2\n User last\n"],
  ["values before any host", "User early\nHost web\n User late\n"],
  ["wildcards", "Host w?b\n Port 1001\nHost *.example.com\n Port 1002\n"],
  ["a negation", "Host * !web\n Port 1001\nHost !mail *\n User other\n"],
  ["equal signs and quotes", 'Host="web"\n Port = 2222\nHostName="web.example.com"\n IdentityFile "/keys/my key"\n'],
  ["keywords in any letters", "hOsT web\n  pOrT 77\n"],
  ["comments and odd spaces", "# Host web\n\n\tHost\tweb # here\n \t Port\t78 # there\n"],
  ["CRLF", "Host web\r\n  Port 79\r\n"],
  [
    "several keys",
    "Host web\n IdentityFile ~/.ssh/a\n IdentityFile /b\nHost *\n IdentityFile ~/.ssh/c\n IdentityFile /b\n",
  ],
  ["only these keys", "Host web\n IdentitiesOnly yes\n IdentityFile /a\n"],
  ["a jump", "Host web\n ProxyJump me@gate:2222\n"],
  ["two jumps", "Host web\n ProxyJump gate,inner\n"],
  ["no jump, early", "Host web\n ProxyJump none\nHost *\n ProxyJump gate\n"],
  ["known_hosts files", "Host web\n UserKnownHostsFile /a /b\n"],
  ["a token in the name", "Host web\n HostName %h.example.com\n"],
  ["a double per cent sign", "Host web\n HostName a%%b\n"],
  ["Match by host after HostName", "Host web\n HostName real.example\nMatch host real.example\n Port 81\n"],
  ["Match by the original name", "Host web\n HostName real.example\nMatch originalhost web\n Port 82\n"],
  ["Match negated", "Match !host web\n Port 83\nMatch !host mail\n User notmail\n"],
  ["Match by two", "Match host web originalhost w*\n Port 84\n"],
  ["Match by lists", "Match host mail,web\n Port 85\nMatch host *,!web\n User x\n"],
  ["Match all", "Match all\n Port 86\n"],
  ["Include", "Include DIR/more\nPort 1\n", { more: "Port 87\n" }],
  [
    "Include by wildcard, in order",
    "Include DIR/conf.d/*.conf\n",
    { "conf.d/b.conf": "Port 2\n", "conf.d/a.conf": "Port 88\n" },
  ],
  [
    "Include below a host",
    "Host mail\n Include DIR/more\nHost *\n Port 89\n",
    { more: "User never\nHost web\n Port 3\n" },
  ],
  ["Include that changes the host", "Host web\n Include DIR/more\n User after\n", { more: "Host mail\n Port 4\n" }],
  ["Include of what is not there", "Include DIR/none DIR/none/*\nPort 90\n"],
  ["Include in Include", "Include DIR/one\n", { one: "Include DIR/two\n", two: "Port 91\n" }],
];

describe("the real ssh agrees", () => {
  test.each(CORPUS.map(([title, text, files = {}]) => ({ title, text, files })))("$title", ({ text, files }) => {
    const folder = mkdtempSync(join(tmpdir(), "ssh-config-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const put = (name: string, content: string): void => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content.replaceAll("DIR", folder));
    };
    put("config", text);
    for (const [name, content] of Object.entries(files)) put(name, content);
    const config = join(folder, "config");
    for (const host of ["web", "mail", "a.example.com", "WEB", "Mail.Example.COM"]) {
      const ours = resolveSshConfig({ host, files: [config], reader: disk, local });
      const theirs = askSsh(config, host);
      expect(ours, host).toMatchObject(theirs);
    }
  });
});

test("tokens stand for names, port and users", () => {
  const text = "Host web\n HostName h.example\n Port 7\n User you\n IdentityFile ~/%n-%h-%p-%r-%u-%d-%%-%z\n";
  expect(resolve(text).identityFiles).toEqual(["/home/me/web-h.example-7-you-me-/home/me-%-%z"]);
});

test.each([
  ["IdentityAgent ~/agent.sock", "/home/me/agent.sock"],
  ["IdentityAgent none", "none"],
  ["IdentityAgent SSH_AUTH_SOCK", "SSH_AUTH_SOCK"],
  ["", undefined],
])("the agent of %j is %s", (text, agent) => {
  expect(resolve(text).identityAgent).toBe(agent);
});

test.each([
  ["a command as proxy", "ProxyCommand nc %h %p\n", ["ProxyCommand nc %h %p"]],
  ["a command as condition", "Match exec true\n Port 1\n", ["Match exec true"]],
  ["a command that a jump makes idle", "ProxyJump gate\nProxyCommand nc\n", []],
  ["no command", "ProxyCommand none\n", []],
])("says that the system's ssh is needed for %s", (_, text, needed) => {
  expect(resolve(text).onlySystem).toEqual(needed);
});

test("files in turn: what the person says goes before what the machine says", () => {
  const reader = inMemory({ "/mine": "Host web\n Port 5\n", "/all": "Port 6\nUser root\n" });
  const { port, user } = resolveSshConfig({ host: "web", files: ["/mine", "/gone", "/all"], reader, local });
  expect({ port, user }).toEqual({ port: 5, user: "root" });
});

test("files that include themselves end", () => {
  expect(resolve("Port 8\nInclude /c\n").port).toBe(8);
});

test("any text is read without failing", () => {
  const words = fc.constantFrom(
    "Host",
    "Match",
    "Port",
    "web",
    "*",
    "!",
    '"',
    "\\",
    "=",
    "#",
    " ",
    "\n",
    "%",
    "Include",
    "/c",
  );
  const texts = fc.array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 });
  fc.assert(
    fc.property(texts, (parts) => resolve(parts.join("")).port > 0),
    { numRuns: 300 },
  );
});
