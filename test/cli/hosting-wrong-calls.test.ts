import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { DAY } from "@hostseal/rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../free-port.ts";
import { makeKey } from "../installer/transport/make-key.ts";
import type { Sshd } from "../installer/transport/start-sshd.ts";
import { startSshd } from "../installer/transport/start-sshd.ts";
import { manifest } from "../installer/host/stage.ts";
import { hostseal } from "./hostseal.ts";
import { configOf, openWebHost } from "./web-host.ts";
import type { WebHost } from "./web-host.ts";

const PATIENCE = 60_000;
const BARE = "bare.example.com";
const OTHER_KEY = `SHA256:${"A".repeat(43)}`;

type WrongCall = readonly [exit: number, sentence: RegExp, args: readonly string[]];

/** `@name` stands for a file of the data folder. */
const install = (host: string, files: string, ...more: readonly string[]): readonly string[] => [
  "install",
  "--host",
  host,
  "--name",
  BARE,
  "--cert",
  `@${files}.crt`,
  "--chain",
  `@${files}.chain`,
  "--key",
  `@${files}.key`,
  ...more,
];

const CALLS: readonly WrongCall[] = [
  [2, /--host: it is needed here/, ["install", "--name", BARE]],
  [2, /--cert: it is needed here/, ["install", "--host", "web1", "--name", BARE]],
  [2, /"bad_name\.example" cannot be a name/, ["install", "--host", "web1", "--name", "bad_name.example"]],
  [1, /No host is configured under "web9"/, install("web9", "bare")],
  [1, /panel cannot do this: it is a panel/, install("panel", "bare")],
  [2, /--cert .*absent\.crt: there is no such file/, install("web1", "absent")],
  [2, /--cert .*bare\.key: it is a private key/, install("web1", "bare", "--cert", "@bare.key")],
  [2, /--cert .*root\.config: there is no PEM certificate/, install("web1", "bare", "--cert", "@root.config")],
  [
    2,
    /--key .*other\.key: the private key does not belong to the certificate/,
    install("web1", "bare", "--key", "@other.key"),
  ],
  [2, /--key .*sealed\.key: the private key is encrypted/, install("web1", "bare", "--key", "@sealed.key")],
  [2, /--key .*bare\.crt: the private key cannot be read/, install("web1", "bare", "--key", "@bare.crt")],
  [2, /--cert .*other\.crt: it is for other\.example\.com and not for bare/, install("web1", "other")],
  [2, /--cert .*old\.crt: it expired at .*; reissue it/, install("web1", "old")],
  [2, /--cert .*early\.crt: it is valid only from .*; wait until then/, install("web1", "early")],
  [
    2,
    /its chain ends before a trusted root: .*Own Issuer.* add it to the chain/,
    install("web1", "bare", "--chain", "@bare.crt"),
  ],
  [2, /its chain ends before a trusted root/, install("web1", "bare", "--roots", "@other.crt")],
  [1, /web1 has no site other\.example\.com/, install("web1", "other", "--name", "other.example.com")],
  [1, /stranger does not accept the credentials/, install("stranger", "bare")],
  [1, /nobody does not allow this: root, or sudo without a password, or .*hostseal-host/, install("nobody", "bare")],
  [1, /empty refused the installation: no web server runs there; start it/, install("empty", "bare")],
  [
    1,
    new RegExp(`moved shows the host key SHA256:.*, and ${OTHER_KEY.replaceAll("+", "\\+")} was expected`),
    install("moved", "bare"),
  ],
  [1, /closed does not answer: nothing listens on its SSH port/, install("closed", "bare")],
  [
    1,
    /The host key of root@127\.0\.0\.1:\d+ is not known yet; it shows SHA256:/,
    ["hosts", "facts", "root@127.0.0.1:@port"],
  ],
  [2, /--name: it is needed here/, ["prove", "--host", "web1"]],
  [1, /web1 has no site nowhere\.example\.com/, ["prove", "--host", "web1", "--name", "nowhere.example.com"]],
  [2, /--run: write it as the installation told it/, ["rollback", "--host", "web1", "--run", "../etc"]],
  [1, /No host is configured under "web9"/, ["sites", "--host", "web9"]],
  [2, /host root@web: write a name of your own/, ["hosts", "add", "root@web"]],
  [2, /address a b: write it as user@host/, ["hosts", "add", "web3", "a b"]],
  [2, /--fingerprint: write it as SHA256:/, ["hosts", "add", "web3", "root@web3", "--fingerprint", "md5"]],
  [2, /--key: give one of/, ["hosts", "add", "web3", "root@web3", "--key", "a", "--agent"]],
  [2, /host panel: this name belongs to a panel already/, ["hosts", "add", "panel", "root@web3"]],
  [1, /closed does not answer/, ["hosts", "add", "closed"]],
  [2, /--user: write a login of/, ["hosts", "program", "--user", "a b"]],
  [2, /--state: write a path/, ["hosts", "program", "--state", "here"]],
];

describe("a wrong call about a server", { timeout: PATIENCE }, () => {
  let host: WebHost;
  let weak: Sshd;
  const place = (arg: string): string =>
    arg.startsWith("@") ? join(host.home, arg.slice(1)) : arg.replace("@port", String(host.sshd.port));
  const state = async () => [
    await manifest(join(host.nginx.root, "etc")),
    await readFile(join(host.home, "hostseal.json")),
  ];

  const bringAll = async (): Promise<void> => {
    const { authority, bring, home } = host;
    const now = Date.now() - 1_000;
    await bring("bare", await authority.issue(BARE, now));
    await bring("other", await authority.issue("other.example.com", now));
    await bring("old", await authority.issue(BARE, now - 91 * DAY));
    await bring("early", await authority.issue(BARE, now + 2 * DAY));
    await writeFile(join(home, "root.config"), "nothing\n");
    const argv = ["ec", "-in", "bare.key", "-aes128", "-passout", "pass:secret", "-out", "sealed.key"];
    await promisify(execFile)("openssl", argv, { cwd: home });
  };

  beforeAll(async () => {
    host = await openWebHost();
    await bringAll();
    await makeKey(host.home, "strange", "ed25519");
    const nobody = "ForceCommand /usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups /bin/sh -s";
    weak = await startSshd({ hostKeys: [host.keys.host], authorised: [host.keys.ours], settings: [nobody] });
    const { hosts } = JSON.parse(await readFile(join(host.home, "hostseal.json"), "utf8")) as ReturnType<
      typeof configOf
    >;
    const web1 = hosts["web1"] as object;
    const config = configOf({
      web1,
      stranger: { ...web1, login: { key: "strange" } },
      nobody: { ...web1, port: weak.port },
      empty: { ...web1, config: "/nowhere/nginx.conf" },
      moved: { ...web1, hostKey: OTHER_KEY },
      closed: { ...web1, port: await freePort() },
      panel: { driver: "demo", url: "http://127.0.0.1:9", account: "acme", credential: { file: "ca.credential" } },
    });
    await writeFile(join(host.home, "hostseal.json"), JSON.stringify(config));
  });
  afterAll(async () => {
    await weak.close();
    await host.close();
  });

  test.each(CALLS)("ends with %i and one sentence: %s", async (exit, sentence, args) => {
    const before = await state();
    const run = await hostseal(args.map(place), { home: host.home, variables: { HOME: host.home } });
    expect(run.stderr).toMatch(sentence);
    expect(run.stderr).toMatch(/^hostseal: [^\n]+[.:)]\n$/);
    expect(run).toMatchObject({ exit, stdout: "" });
    expect(await state()).toEqual(before);
  });

  test("is an object on standard output for a program", async () => {
    const args = install("moved", "bare", "--json").map(place);
    const run = await hostseal(args, { home: host.home });
    expect(run).toMatchObject({ exit: 1, stderr: "" });
    expect(JSON.parse(run.stdout)).toMatchObject({ type: "failure", code: "ssh.host-key-changed", actor: "operator" });
  });

  test("about one whose own test is red is refused before anything is touched", async () => {
    const broken = join(host.nginx.root, "etc", "sites", "99-broken");
    await writeFile(broken, "sll_certificate x;\n");
    const before = await state();
    const run = await hostseal(install("web1", "bare").map(place), { home: host.home });
    expect(run).toMatchObject({ exit: 1, stdout: "" });
    expect(run.stderr).toMatch(/own configuration test on web1 fails already: .*sll_certificate/);
    expect(await state()).toEqual(before);
    await writeFile(broken, "");
  });
});
