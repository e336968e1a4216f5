import { runProbe, runRecovery, runTransaction } from "@hostseal/installer/apply";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { createTestAuthority } from "../../contracts/host-test-authority.ts";
import { applyTo, etcOf, soon, transactionFor, visiting } from "./installing.ts";
import { startLocalProgram } from "./local-shell.ts";
import { nginxSites } from "./nginx-sites.ts";
import { clock } from "./stage.ts";
import { startNginx } from "./start-nginx.ts";
import { served, visit } from "./visit.ts";

const ports = { clock };

const open = async () => {
  const authority = await createTestAuthority(clock.now());
  return { authority, world: await startNginx(await nginxSites(authority)) };
};

describe("a running nginx", () => {
  test.each(["secured.example.com", "bare.example.com", "one.shared.example.com"])(
    "gets a certificate for %s and goes back to every byte, or keeps it",
    async (name) => {
      const { authority, world } = await open();
      await using _ = world;
      const { address } = world;
      const neighbours = ["first.example.com", "two.shared.example.com"];
      const look = async () =>
        Promise.all(neighbours.map(async (one) => [await visit(address, one), await served(address, one)]));
      const [before, around, nobody] = [await etcOf(world), await look(), await served(address)];
      const issued = await authority.issue(name as DomainName);
      const { sha256 } = fingerprint(issued.certificate);

      const first = await applyTo(world, name, issued);
      await soon(async () => served(address, name), sha256);
      expect((await visit(address, name)).body).toContain(name);
      expect([await look(), await served(address)]).toEqual([around, nobody]);
      expect(await first.end("rollback")).toEqual({ kind: "restored", kept: [], isReloaded: true });
      expect(await etcOf(world)).toEqual(before);

      const second = await applyTo(world, name, issued);
      expect(await second.end("commit")).toEqual({ kind: "committed" });
      await soon(async () => served(address, name), sha256);
      expect([await look(), await served(address)]).toEqual([around, nobody]);
    },
  );

  test("has nobody left with the old certificate when it says that it has turned over", async () => {
    const { authority, world } = await open();
    await using _ = world;
    const name = "secured.example.com";
    const issued = await authority.issue(name as DomainName);
    const gate = await applyTo(world, name, issued);
    expect(gate.hasTurned).toBe(true);
    const seen = await Promise.all(Array.from({ length: 40 }, async () => served(world.address, name)));
    expect(new Set(seen)).toEqual(new Set([fingerprint(issued.certificate).sha256]));
    await gate.end("commit");
  });

  test("is left alone while its own test is red", async () => {
    const { authority, world } = await open();
    await using _ = world;
    const issued = await authority.issue("secured.example.com" as DomainName);
    const transaction = await transactionFor(world, "secured.example.com", issued);
    await writeFile(join(world.root, "etc", "sites", "99-broken"), "sll_certificate x;\n");
    const before = await etcOf(world);
    const outcome = await runTransaction(await startLocalProgram(), transaction, ports);
    expect(outcome).toMatchObject({ kind: "given-up", because: { kind: "red", when: "before" } });
    const again = await runProbe(await startLocalProgram(), { config: world.config });
    expect(again).toMatchObject({
      kind: "refused",
      because: { kind: "red", output: expect.stringContaining("99-broken:1") },
    });
    expect(await etcOf(world)).toEqual(before);
  });

  test("keeps its pair when the new one does not fit together", async () => {
    const { authority, world } = await open();
    await using _ = world;
    const [issued, other] = await Promise.all(
      [1, 2].map(async () => authority.issue("secured.example.com" as DomainName)),
    );
    if (!issued || !other) throw new TypeError("two were issued");
    const before = await etcOf(world);
    const transaction = await transactionFor(world, "secured.example.com", { ...issued, key: other.key });
    const outcome = await runTransaction(await startLocalProgram(), transaction, ports);
    expect(outcome).toMatchObject({ because: { kind: "red", when: "after" }, ending: { kind: "restored" } });
    expect(await etcOf(world)).toEqual(before);
  });

  test("serves everybody while a run is killed at every step and undone by the next", { timeout: 60_000 }, async () => {
    const { authority, world } = await open();
    await using _ = world;
    const issued = await authority.issue("bare.example.com" as DomainName);
    const before = await etcOf(world);
    const steps: string[] = [];
    const whole = await runTransaction(
      await startLocalProgram(),
      await transactionFor(world, "bare.example.com", issued),
      {
        ...ports,
        onStep: (step) => void steps.push(step),
      },
    );
    if (whole.kind === "applied") await whole.gate.end("rollback");
    expect(steps).toContain("reloaded");
    const sites = [
      { scheme: "https", name: "secured.example.com" },
      { scheme: "http", name: "bare.example.com" },
    ] as const;
    const visits = await visiting(world, sites, async () => {
      for (const fatal of [...steps, "applied"]) {
        const shell = await startLocalProgram();
        const onStep = (step: string) => void (step === fatal && process.kill(shell.pid, "SIGKILL"));
        const outcome = await runTransaction(shell, await transactionFor(world, "bare.example.com", issued), {
          ...ports,
          onStep,
        });
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
  });

  test("keeps the pair that was replaced last, so that it can be taken back, and none before", async () => {
    const { authority, world } = await open();
    await using _ = world;
    const own = async () =>
      (await readdir(join(world.root, "etc", "hostseal"))).filter((name) => name.endsWith(".crt"));
    const install = async (name: string) => {
      const before: readonly string[] = await own().catch(() => []);
      const gate = await applyTo(world, name, await authority.issue(name as DomainName));
      await gate.end("commit");
      return { run: gate.id, pair: (await own()).find((one) => !before.includes(one)) };
    };
    const neighbour = await install("bare.example.com");
    const first = await install("secured.example.com");
    const second = await install("secured.example.com");
    expect(new Set(await own())).toEqual(new Set([neighbour.pair, first.pair, second.pair]));
    const third = await install("secured.example.com");
    expect(new Set(await own())).toEqual(new Set([neighbour.pair, second.pair, third.pair]));
    expect(await readFile(join(world.state, "past", third.run, "superseded"), "utf8")).toContain(first.pair);
    const recovery = { state: world.state, recovery: { kind: "end", id: third.run, word: "rollback" } } as const;
    expect(await runRecovery(await startLocalProgram(), recovery)).toEqual({ kind: "restored", kept: [] });
    expect(new Set(await own())).toEqual(new Set([neighbour.pair, second.pair]));
  });

  test("has a key that only root reads, and none in a journal once it is over", async () => {
    const { authority, world } = await open();
    await using _ = world;
    const gate = await applyTo(
      world,
      "secured.example.com",
      await authority.issue("secured.example.com" as DomainName),
    );
    await gate.end("commit");
    const keys = Object.entries(await etcOf(world)).filter(([path]) => /hostseal\/.*\.key$/.test(path));
    expect(keys.map(([, line]) => line.split(" ").slice(0, 2))).toEqual([["100600", "0:0"]]);
    expect(existsSync(join(world.state, "journal", gate.id))).toBe(false);
    expect(await readFile(join(world.state, "done", gate.id), "utf8")).toBe("committed\n");
  });
});
