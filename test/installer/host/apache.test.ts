import { runProbe, runRecovery, runTransaction } from "@hostseal/installer/apply";
import { fingerprint } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createTestAuthority } from "../../contracts/host-test-authority.ts";
import { apacheSites } from "./apache-sites.ts";
import { applyTo, etcOf, plannedFor, soon, transactionFor, visiting } from "./installing.ts";
import { startLocalProgram } from "./local-shell.ts";
import { clock } from "./stage.ts";
import { type ApacheWish, startApache } from "./start-apache.ts";
import type { Files } from "./start-nginx.ts";
import { served, visit } from "./visit.ts";

const ports = { clock };

const open = async (wish: ApacheWish = {}, files?: Files) => {
  const authority = await createTestAuthority(clock.now());
  const world = await startApache(files ?? (await apacheSites(authority)), wish);
  onTestFinished(async () => world[Symbol.asyncDispose]());
  return { authority, world };
};

const BARE: Files = {
  "sites/20-bare": `<VirtualHost *:80>\n    ServerName bare.example.com\n    DocumentRoot "{root}/web/bare"\n</VirtualHost>\n`,
  "../web/bare/index.html": "this is bare.example.com",
};

/** The folders of throw-away servers. */
const leftovers = async (state: string): Promise<readonly string[]> =>
  (await readdir(state).catch((): string[] => [])).filter((name) => name.startsWith("trial"));

/** Of all processes of this machine. */
const commandLinesWith = async (text: string): Promise<readonly string[]> => {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map(async (pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")));
  return lines.filter((line) => line.includes(text));
};

describe("a running Apache", () => {
  test.each(["secured.example.com", "bare.example.com", "one.shared.example.com", "first.example.com"])(
    "gets a certificate for %s and goes back to every byte, or keeps it, while everybody is served",
    async (name) => {
      const { authority, world } = await open();
      const { address } = world;
      const neighbours = ["secured.example.com", "two.shared.example.com"].filter((one) => one !== name);
      const look = async () =>
        Promise.all(neighbours.map(async (one) => [(await visit(address, one)).body, await served(address, one)]));
      const [before, around] = [await etcOf(world), await look()];
      const issued = await authority.issue(name as DomainName);
      const { sha256 } = fingerprint(issued.certificate);
      const sites = neighbours.map((one) => ({ scheme: "https", name: one }) as const);
      const visits = await visiting(world, [...sites, { scheme: "http", name: "bare.example.com" }], async () => {
        const first = await applyTo(world, name, issued);
        await soon(async () => served(address, name), sha256);
        expect((await visit(address, name)).body).toContain(name.split(".")[0]);
        expect(await look()).toEqual(around);
        expect(await first.end("rollback")).toEqual({ kind: "restored", kept: [], isReloaded: true });
        expect(await etcOf(world)).toEqual(before);

        const second = await applyTo(world, name, issued);
        expect(await second.end("commit")).toEqual({ kind: "committed" });
        await soon(async () => served(address, name), sha256);
        expect(await look()).toEqual(around);
      });
      expect(visits).toBeGreaterThan(20);
      expect(await leftovers(world.state)).toEqual([]);
    },
  );

  test("gets one for a wildcard among its aliases", async () => {
    const { authority, world } = await open(
      {},
      {
        ...BARE,
        "sites/30-wild": `<VirtualHost *:80>\n    ServerName example.org\n    ServerAlias *.wild.example.org\n    DocumentRoot "{root}/web/bare"\n</VirtualHost>\n`,
      },
    );
    const issued = await authority.issue("*.wild.example.org" as DomainName);
    const gate = await applyTo(world, "*.wild.example.org", issued);
    await soon(async () => served(world.address, "any.wild.example.org"), fingerprint(issued.certificate).sha256);
    expect(await gate.end("commit")).toEqual({ kind: "committed" });
  });

  test("is left alone while its own test is red", async () => {
    const { authority, world } = await open();
    const transaction = await transactionFor(
      world,
      "secured.example.com",
      await authority.issue("secured.example.com" as DomainName),
    );
    await writeFile(join(world.root, "etc", "sites", "99-broken"), "SSLCertificateFil x\n");
    const before = await etcOf(world);
    const outcome = await runTransaction(await startLocalProgram(), transaction, ports);
    expect(outcome).toMatchObject({ kind: "given-up", because: { kind: "red", when: "before" } });
    expect(await runProbe(await startLocalProgram(), { config: world.config })).toMatchObject({
      kind: "refused",
      because: { kind: "red", output: expect.stringContaining("99-broken") },
    });
    expect(await etcOf(world)).toEqual(before);
  });

  test("never gets to see a pair that its own test takes and that would end it", async () => {
    const { authority, world } = await open();
    const [issued, other] = await Promise.all(
      [1, 2].map(async () => authority.issue("secured.example.com" as DomainName)),
    );
    if (!issued || !other) throw new TypeError("two were issued");
    const before = await etcOf(world);
    const transaction = await transactionFor(world, "secured.example.com", { ...issued, key: other.key });
    const visits = await visiting(world, [{ scheme: "https", name: "secured.example.com" }], async () => {
      const outcome = await runTransaction(await startLocalProgram(), transaction, ports);
      expect(outcome).toMatchObject({ because: { kind: "red", when: "trial" }, ending: { kind: "restored" } });
    });
    expect(visits).toBeGreaterThan(0);
    expect(await etcOf(world)).toEqual(before);
    expect(await leftovers(world.state)).toEqual([]);
  });

  test("is not reloaded while a pair of another site on its disk would end it", async () => {
    const { authority, world } = await open();
    const issued = await authority.issue("secured.example.com" as DomainName);
    expect(await plannedFor(world, "secured.example.com", issued)).toMatchObject({ kind: "planned" });
    await writeFile(join(world.root, "etc", "tls", "first.example.com.key"), issued.key.reveal());
    expect(await plannedFor(world, "secured.example.com", issued)).toMatchObject({
      kind: "refused",
      because: expect.stringContaining("tls/first.example.com.key do not belong together any more"),
    });
    await writeFile(join(world.root, "etc", "tls", "first.example.com.key"), "no key");
    expect(await plannedFor(world, "secured.example.com", issued)).toMatchObject({ kind: "refused" });
  });

  test("is not told to listen where another program does, which would end it", async () => {
    const { authority, world } = await open({ modules: ["ssl"], ports: [80] }, BARE);
    const other = createServer().listen(443, world.address);
    await once(other, "listening");
    const issued = await authority.issue("bare.example.com" as DomainName);
    expect(await plannedFor(world, "bare.example.com", issued)).toMatchObject({
      kind: "refused",
      because: expect.stringContaining("another program listens on port 443"),
    });
    other.close();
  });

  test.each(["an intermediate that is missing", "a chain in the wrong order"])("refuses %s", async (what) => {
    const { authority, world } = await open();
    const issued = await authority.issue("secured.example.com" as DomainName);
    const stranger = (await (await createTestAuthority(clock.now())).issue("x.example.com" as DomainName)).chain;
    const chain = what.includes("missing") ? [] : [...stranger, ...issued.chain];
    const roots = what.includes("missing") ? { roots: issued.chain } : {};
    const wish = what.includes("missing") ? { roots: stranger } : roots;
    expect(await plannedFor(world, "secured.example.com", { ...issued, chain }, wish)).toMatchObject({
      kind: "refused",
      because: expect.stringContaining("chain"),
    });
  });

  test("redirects and asks browsers to stay only when that is wished", async () => {
    const { authority, world } = await open({ modules: ["ssl", "alias", "headers"], ports: [80, 443] });
    const issued = await authority.issue("bare.example.com" as DomainName);
    const plain = await plannedFor(world, "bare.example.com", issued);
    expect(plain.kind === "planned" && JSON.stringify(plain.plan.steps)).not.toMatch(/Strict-Transport|Redirect/);
    const gate = await applyTo(world, "bare.example.com", issued, { redirect: true, hsts: true });
    await soon(async () => String((await visit(world.address, "bare.example.com", "http")).status), "301");
    expect((await visit(world.address, "bare.example.com")).status).toBe(200);
    expect(await gate.end("rollback")).toMatchObject({ kind: "restored" });
  });
});

const AVAILABLE: Files = {
  "mods-available/ssl.load":
    "# Depends: setenvif mime socache_shmcb\nLoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so\n",
  "mods-available/ssl.conf": "SSLSessionCache shmcb:{root}/cache(512000)\n",
  "mods-available/socache_shmcb.load":
    "LoadModule socache_shmcb_module /usr/lib/apache2/modules/mod_socache_shmcb.so\n",
  "mods-available/setenvif.load": "LoadModule setenvif_module /usr/lib/apache2/modules/mod_setenvif.so\n",
  "mods-available/mime.load": "LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so\n",
  "mods-available/mime.conf": "TypesConfig /etc/mime.types\n",
  "mods-enabled/empty.conf": "\n",
  "ports.conf": "<IfModule ssl_module>\n    Listen {address}:443\n</IfModule>\n",
};

describe("an Apache without TLS", () => {
  test.each([
    [
      "has modules enabled by links",
      {
        modules: [],
        ports: [80],
        more: "IncludeOptional mods-enabled/*.load\nIncludeOptional mods-enabled/*.conf\nInclude ports.conf\n",
      },
      { ...BARE, ...AVAILABLE },
      ["mime.conf", "mime.load", "setenvif.load", "socache_shmcb.load", "ssl.conf", "ssl.load"],
    ],
    ["loads modules beside the others", { modules: [], ports: [80] }, BARE, []],
  ] as const)("that %s gets all that it needs, and loses it again", async (_title, wish, files, links) => {
    const { authority, world } = await open(wish, files);
    const before = await etcOf(world);
    const issued = await authority.issue("bare.example.com" as DomainName);
    const visits = await visiting(world, [{ scheme: "http", name: "bare.example.com" }], async () => {
      const gate = await applyTo(world, "bare.example.com", issued);
      await soon(async () => served(world.address, "bare.example.com"), fingerprint(issued.certificate).sha256);
      expect((await visit(world.address, "bare.example.com")).body).toBe("this is bare.example.com");
      const enabled = Object.keys(await etcOf(world)).filter((path) => path.startsWith("mods-enabled/"));
      expect(enabled.filter((path) => !path.endsWith("empty.conf"))).toEqual(links.map((one) => `mods-enabled/${one}`));
      expect(await gate.end("rollback")).toEqual({ kind: "restored", kept: [], isReloaded: true });
    });
    expect(visits).toBeGreaterThan(0);
    expect(await etcOf(world)).toEqual(before);
  });
});

test.each([
  ["dash", ["/usr/bin/dash", "-s"]],
  ["bash", ["/bin/bash", "-s"]],
  ["busybox", ["/usr/bin/busybox", "sh", "-s"]],
])("Apache is read, and a pair tried and refused, in %s", async (_shell, argv) => {
  const { authority, world } = await open();
  const host = await runProbe(await startLocalProgram(argv), { config: world.config });
  expect(host).toMatchObject({
    kind: "facts",
    facts: {
      server: {
        kind: "apache",
        listens: [443, 80].map((port) => ({ address: world.address, port })),
        source: { environment: new Map([["HOSTSEAL_TEST_LOGS", world.root]]) },
        commands: { reload: { kind: "signal", signal: "USR1" } },
      },
    },
  });
  const [issued, other] = await Promise.all([1, 2].map(async () => authority.issue("first.example.com" as DomainName)));
  if (!issued || !other) throw new TypeError("two were issued");
  const good = await runTransaction(
    await startLocalProgram(argv),
    await transactionFor(world, "first.example.com", issued),
    ports,
  );
  expect(good.kind === "applied" && (await good.gate.end("rollback"))).toMatchObject({ kind: "restored", kept: [] });
  const bad = await transactionFor(world, "first.example.com", { ...issued, key: other.key });
  expect(await runTransaction(await startLocalProgram(argv), bad, ports)).toMatchObject({
    because: { kind: "red", when: "trial", output: expect.stringMatching(/AH0\d+/) },
    ending: { kind: "restored" },
  });
});

test("a throw-away Apache that was left behind by a run that was killed is gone with the next", async () => {
  const { authority, world } = await open();
  const issued = await authority.issue("secured.example.com" as DomainName);
  const shell = await startLocalProgram();
  const run = runTransaction(shell, await transactionFor(world, "secured.example.com", issued), ports);
  await expect.poll(async () => leftovers(world.state), { interval: 2, timeout: 5_000 }).toHaveLength(1);
  process.kill(shell.pid, "SIGKILL");
  shell.end();
  expect(await run).toMatchObject({ kind: "given-up" });
  const recovery = { state: world.state, recovery: { kind: "undo-unfinished" } } as const;
  expect(await runRecovery(await startLocalProgram(), recovery)).toMatchObject({ kind: "clean" });
  expect(await (await applyTo(world, "secured.example.com", issued)).end("commit")).toEqual({ kind: "committed" });
  expect(await leftovers(world.state)).toEqual([]);
  await expect.poll(async () => commandLinesWith(world.state), { timeout: 5_000 }).toEqual([]);
});

test(
  "Apache serves everybody while a run is killed at every step and undone by the next",
  { timeout: 60_000 },
  async () => {
    const { authority, world } = await open();
    const issued = await authority.issue("bare.example.com" as DomainName);
    const before = await etcOf(world);
    const steps: string[] = [];
    const whole = await runTransaction(
      await startLocalProgram(),
      await transactionFor(world, "bare.example.com", issued),
      { ...ports, onStep: (step) => void steps.push(step) },
    );
    if (whole.kind === "applied") await whole.gate.end("rollback");
    expect(steps).toContain("tried");
    const sites = [
      { scheme: "https", name: "secured.example.com" },
      { scheme: "http", name: "bare.example.com" },
    ] as const;
    const visits = await visiting(world, sites, async () => {
      for (const fatal of [...steps, "applied"]) {
        const shell = await startLocalProgram();
        const onStep = (step: string) => void (step === fatal && process.kill(shell.pid, "SIGKILL"));
        const transaction = await transactionFor(world, "bare.example.com", issued);
        const outcome = await runTransaction(shell, transaction, { ...ports, onStep });
        if (outcome.kind === "applied") process.kill(shell.pid, "SIGKILL");
        shell.end();
        await shell.over;
        const recovery = { state: world.state, recovery: { kind: "undo-unfinished" } } as const;
        expect(await runRecovery(await startLocalProgram(), recovery), fatal).toMatchObject({
          kind: "clean",
          kept: [],
        });
        expect(await etcOf(world), fatal).toEqual(before);
      }
    });
    expect(visits).toBeGreaterThan(20);
  },
);
