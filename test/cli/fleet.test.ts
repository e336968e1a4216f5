import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fingerprint } from "@hostseal/pki";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type RunningFleet, SECURED, startFleet } from "../installer/fleet/start-fleet.ts";
import { manifest } from "../installer/host/stage.ts";
import { served } from "../installer/host/visit.ts";
import { ended, hostseal, startHostseal } from "./hostseal.ts";
import { createOwnAuthority, type OwnAuthority } from "./own-authority.ts";

const PATIENCE = 60_000;

/** An inventory as a person writes it. */
const inventoryOf = ({ nodes, userKey, hostKey }: RunningFleet): string => `
defaults:
  user: ${nodes[0]?.sshd.user}
  identity: ${userKey.path}
hosts:
${nodes
  .map(
    ({ id, world, sshd }) =>
      `  ${id}: { address: ${world.address}, port: ${sshd.port}, hostKey: "${hostKey.fingerprint}", ` +
      `config: ${world.config}, state: ${world.state}, labels: [web] }`,
  )
  .join("\n")}
sites:
  - { name: ${SECURED}, certificate: site.crt, key: site.key, labels: web }
`;

describe("many hosts, from the terminal", { timeout: PATIENCE }, () => {
  let fleet: RunningFleet;
  let authority: OwnAuthority;
  let home: string;

  const bring = async (): Promise<string> => {
    const { certificate, chain, key } = await authority.issue(SECURED, Date.now() - 1_000);
    await writeFile(join(home, "site.crt"), certificate + chain);
    await writeFile(join(home, "site.key"), key, { mode: 0o600 });
    return fingerprint(certificate).sha256;
  };
  const args = (...more: readonly string[]) => [
    "install",
    "--inventory",
    join(home, "hosts.yaml"),
    "--roots",
    join(home, "root.pem"),
    ...more,
  ];
  const around = () => ({ home, variables: { HOME: home } });
  const seen = async () => Promise.all(fleet.nodes.map(async ({ world }) => served(world.address, SECURED)));
  const journal = async (): Promise<string> => {
    const files = await readdir(join(home, "fleets")).catch(() => []);
    const file = files.find((name) => name.endsWith(".jsonl"));
    return file === undefined ? "" : readFile(join(home, "fleets", file), "utf8");
  };

  beforeAll(async () => {
    fleet = await startFleet(3);
    authority = await createOwnAuthority(Date.now());
  });
  afterAll(async () => fleet[Symbol.asyncDispose]());
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "hostseal-home-"));
    await mkdir(home, { recursive: true });
    await writeFile(join(home, "hosts.yaml"), inventoryOf(fleet));
    await writeFile(join(home, "root.pem"), authority.root);
    return async () => rm(home, { recursive: true });
  });

  test("get a certificate wave after wave, are told line by line, and nothing is changed the next time", async () => {
    const sha256 = await bring();
    const { exit, stdout, stderr } = await hostseal(args("--wave", "1,50%"), around());
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Wave 1 of 2: 1 host\n");
    expect(stdout).toMatch(/web1: secured\.example\.com installed, seen on 127\.[\d.]+\n[^]*Wave 2 of 2: 2 hosts/);
    expect(stdout).toContain("Done: 3 hosts proven.");
    expect(await seen()).toEqual([sha256, sha256, sha256]);
    expect(await journal()).toBe("");
    const again = await hostseal(args("--json"), around());
    expect(again.exit).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({
      type: "fleet",
      complete: true,
      counts: { done: 3, failed: 0 },
      hosts: fleet.nodes.map(({ id, world }) => ({ host: id, changed: false, addresses: [world.address] })),
    });
  });

  test("are gone on with after a kill, where the journal ends", async () => {
    const sha256 = await bring();
    const killed = startHostseal(args("--wave", "1"), around());
    for (let turn = 0; turn < 500 && !(await journal()).includes('"host":"web2"'); turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const over = once(killed, "close");
    killed.kill("SIGKILL");
    await over;
    expect((await journal()).includes('"host":"web2"')).toBe(true);
    const { exit, stdout, stderr } = await hostseal(args("--wave", "1"), around());
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Going on where the last run has stopped: 1 of 3 hosts done");
    expect(stdout).not.toContain("web1:");
    expect(stdout).toMatch(/web2: (?:what the run before had begun is undone|.* by the run before)/);
    expect(await seen()).toEqual([sha256, sha256, sha256]);
  });

  test("stop in good order on Ctrl-C, and are gone on with", async () => {
    const sha256 = await bring();
    const stopped = startHostseal(args("--wave", "1"), around());
    stopped.stdout?.on("data", (text: Buffer) => {
      if (text.includes("Wave 1 of 2")) stopped.kill("SIGINT");
    });
    const { exit, stderr } = await ended(stopped);
    expect(exit).toBe(130);
    expect(stderr).toContain("1 host proven, 0 failed, 2 left out");
    expect(await seen()).toEqual([sha256, expect.not.stringMatching(sha256), expect.not.stringMatching(sha256)]);
    expect((await hostseal(args("--wave", "1"), around())).exit).toBe(0);
    expect(await seen()).toEqual([sha256, sha256, sha256]);
  });

  test("show what would be done on each of them, and are left as they are", async () => {
    await bring();
    const before = await Promise.all(fleet.nodes.map(({ world }) => manifest(join(world.root, "etc"))));
    const { exit, stdout } = await hostseal(args("--dry-run"), around());
    expect(exit).toBe(0);
    expect(stdout.match(/Nothing was changed/g)).toHaveLength(3);
    expect(await Promise.all(fleet.nodes.map(({ world }) => manifest(join(world.root, "etc"))))).toEqual(before);
  });

  test.each([
    ["hosts: [", "--inventory"],
    ["hosts: {}\nsites: []\n", "sites: name at least one site"],
    [
      "hosts: { a: {} }\nsites: [{ name: secured.example.com, certificate: none.crt, key: site.key }]\n",
      "there is no such file",
    ],
  ])("are not begun with an inventory that cannot be used", async (text, sentence) => {
    await writeFile(join(home, "hosts.yaml"), text);
    const { exit, stderr } = await hostseal(args(), around());
    expect([exit, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
