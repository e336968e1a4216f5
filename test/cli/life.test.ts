import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DAY } from "@hostseal/rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemo } from "./demo-home.ts";
import type { Ended } from "./hostseal.ts";
import { hostseal } from "./hostseal.ts";

type OrderJson = {
  readonly id: string;
  readonly state: string;
  readonly says: string;
  readonly certificates: number;
  readonly certificate?: { readonly serial: string; readonly served: boolean };
  readonly waits?: { readonly reason: string; readonly todo: string; readonly sentence: string };
};

const NOW = ["--yes", "--agree"];
const REISSUED = 150 * DAY;

describe("the life of orders, each step a process of its own", () => {
  let world: Awaited<ReturnType<typeof openDemo>>;
  const run = (...args: readonly string[]): Promise<Ended> => hostseal(args, { home: world.demo.home });
  const read = async <Answer>(...args: readonly string[]): Promise<Answer> => {
    const { stdout, stderr } = await run(...args, "--json");
    expect(stderr).toBe("");
    return JSON.parse(stdout) as Answer;
  };
  const order = (...args: readonly string[]): Promise<OrderJson> => read<OrderJson>("order", ...args, ...NOW);

  beforeAll(async () => {
    world = await openDemo();
  });
  afterAll(async () => {
    await world.close();
  });

  test("goes from names to a proven certificate, which every command then knows", async () => {
    const { exit, stdout } = await run("order", "attic.example.com", ...NOW);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/Price +9\.00 EUR; balance .*\n.*\n +After issue there is no refund/);
    expect(stdout).toMatch(/✔ Proven: every site serves certificate/);
    const [known] = await read<readonly OrderJson[]>("list", "--name", "attic.example.com");
    expect(known).toMatchObject({ state: "active", says: "Active", certificates: 1, certificate: { served: true } });
    const id = known?.id ?? "";
    expect((await run("status", id)).stdout).toMatch(
      /Certificate +number 1, until \d{4}-.*\n +Licence +\d{4}-\d\d-\d\d until \d{4}-/,
    );
    expect((await run("timeline", id)).stdout).toMatch(/^\d{4}-\d\d-\d\d\n .* Order ord_/);
    expect((await run("forecast", id)).stdout).toMatch(/\d{4}-\d\d-\d\d +Reissue +certificate until \d{4}-/);
    expect(await run("audit", "verify", id)).toMatchObject({ exit: 0 });
    expect((await run("sites")).stdout).toMatch(
      /panel:attic +attic\.example\.com +until (\S+) +attic\.example\.com until \1\n/,
    );
  });

  test("reissues with other names while the old certificate serves", async () => {
    const placed = await order("example.com", "shop.example.com");
    const reissued = await read<OrderJson>(
      "reissue",
      placed.id,
      "--add",
      "www.shop.example.com",
      "--drop",
      "shop.example.com",
      "--yes",
    );
    expect(reissued).toMatchObject({
      state: "active",
      certificates: 2,
      names: ["example.com", "www.shop.example.com"],
    });
    expect(reissued.certificate?.serial).not.toBe(placed.certificate?.serial);
  });

  test("waits for its owner with the record to create, and goes on when it is there", async () => {
    const waiting = await run("order", "blog.example.org", ...NOW);
    expect(waiting.exit).toBe(3);
    const [, host, value] = /Create this record at the DNS provider: (\S+) TXT (\S+)/.exec(waiting.stdout) ?? [];
    expect(host).toMatch(/\.blog\.example\.org$/);
    const [known] = await read<readonly OrderJson[]>("list", "--name", "blog.example.org");
    expect((await run("status")).stdout).toContain(known?.id ?? "nothing");
    world.demo.hosting.controls.dns.add({ host: host ?? "", type: "TXT", value: value ?? "" });
    expect(await run("continue", known?.id ?? "")).toMatchObject({ exit: 0 });
  });

  test("stops before money with the exact record, and goes on when it was changed", async () => {
    const blocked = await run("order", "gallery.example.net", ...NOW);
    expect(blocked.exit).toBe(4);
    expect(blocked.stdout).toContain('gallery.example.net CAA 0 issue "sectigo.com"');
    const spent = world.demo.authority.controls.entries().length;
    const [draft] = await read<readonly OrderJson[]>("list", "--state", "draft");
    world.demo.hosting.controls.dns.add({ host: "gallery.example.net", type: "CAA", value: '0 issue "sectigo.com"' });
    expect(await run("continue", draft?.id ?? "", ...NOW)).toMatchObject({ exit: 0 });
    expect(world.demo.authority.controls.entries()).toHaveLength(spent + 1);
  });

  test("hands the key over once, in a file that is for its owner alone", async () => {
    const { id } = await order("forum.example.org", "--no-install");
    const out = join(world.folder, "forum.p12");
    const handed = await run("archive", id, "--out", out, "--format", "pkcs12", "--yes");
    expect(handed).toMatchObject({ exit: 0 });
    expect(handed.stderr).toMatch(/^Unlock code, shown only now: (?:[2-9A-HJ-NP-Z]{5}-?){5}\n$/);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const again = await run("archive", id, "--out", join(world.folder, "again.zip"), "--yes");
    expect(again).toMatchObject({ exit: 1, stderr: expect.stringContaining("handed over before, which happens once") });
    expect(await readdir(world.folder)).not.toContain("again.zip");
  });

  test("ends when it is cancelled with the money back, or revoked for good", async () => {
    const { id } = await order("news.example.org", "--method", "news.example.org=email");
    const before = world.demo.authority.controls.entries().length;
    expect(await read<OrderJson>("cancel", id, "--yes")).toMatchObject({
      state: "ended",
      says: "Cancelled, money back",
    });
    expect(world.demo.authority.controls.entries()).toHaveLength(before + 1);
    const bank = await order("bank.example.org", "--no-install");
    expect(await read<OrderJson>("revoke", bank.id, "--reason", "superseded", "--yes")).toMatchObject({
      says: "Revoked",
    });
    expect(await run("reissue", bank.id, "--yes")).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining("a revoked one cannot be reissued"),
    });
  });

  test("renews as a new order that the old one knows", async () => {
    const old = await order("diary.example.com");
    const renewal = await order("--renews", old.id);
    expect(renewal).toMatchObject({ state: "active", renews: old.id, names: ["diary.example.com"] });
    expect(await read<OrderJson>("status", old.id)).toMatchObject({ renewedBy: renewal.id });
  });

  test("is reissued by the autopilot when its time has come", async () => {
    const placed = await order("museum.example.net");
    world.demo.clock.advanceBy(REISSUED);
    const flight = await run("autopilot", "--once", "--json");
    expect(flight.exit).toBe(0);
    const lines = flight.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string; order?: string });
    expect(lines.at(-1)).toMatchObject({ type: "autopilot" });
    expect(lines.filter((line) => line.type === "journal" && line.order === placed.id).length).toBeGreaterThan(5);
    expect(await read<OrderJson>("status", placed.id)).toMatchObject({ certificates: 2 });
  });

  test("shows when its journal was altered, and where", async () => {
    const { id } = await order("cloud.example.com", "--no-install");
    const orders = join(world.demo.home, "orders", "orders");
    const files = await readdir(orders, { recursive: true });
    const file = join(orders, files.find((name) => name.includes(id)) ?? "");
    await writeFile(file, (await readFile(file, "utf8")).replaceAll('"by":"command line"', '"by":"nobody there"'));
    const audited = await run("audit", "verify", id);
    expect(audited).toMatchObject({ exit: 1 });
    expect(audited.stdout).toMatch(new RegExp(`✖ ${id}: (?:entry 1 was altered|.*cannot be read)`));
  });
});

describe("a name checked without a configuration", () => {
  test("needs nothing but a resolver", async () => {
    const world = await openDemo();
    const { address, port } = world.demo.hosting.dns;
    const checked = await hostseal(["check", "gallery.example.net", "--resolver", `${address}:${port}`, "--json"]);
    await world.close();
    expect(checked.exit).toBe(4);
    expect(JSON.parse(checked.stdout)).toMatchObject({
      ready: false,
      brand: "sectigo",
      findings: expect.arrayContaining([expect.objectContaining({ weight: "blocks", problem: "caa-other-issuer" })]),
    });
  });
});

describe("the rules", () => {
  test("of a day are listed with their sources, without a configuration", async () => {
    const { exit, stdout } = await hostseal(["rules", "--at", "2029-03-15", "--about", "validity", "--json"]);
    expect(exit).toBe(0);
    const { rules } = JSON.parse(stdout) as { rules: readonly { says: string; citation: { section: string } }[] };
    expect(rules.some(({ says, citation }) => says.includes("47") && citation.section.includes("6.3.2"))).toBe(true);
  });
});
