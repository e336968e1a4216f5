import { runRecovery, runTransaction } from "@hostseal/installer/apply";
import { fingerprint } from "@hostseal/pki";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createTestAuthority } from "../../contracts/host-test-authority.ts";
import { applyTo, etcOf, soon, transactionFor } from "./installing.ts";
import { startLocalProgram } from "./local-shell.ts";
import { nginxSites } from "./nginx-sites.ts";
import { mountSmallDisk } from "./small-disk.ts";
import { clock } from "./stage.ts";
import { startNginx, type World } from "./start-nginx.ts";
import { served, visit } from "./visit.ts";

const NAME = "secured.example.com";
const MOST_BLOCKS = 40;

const PLACES = [
  { what: "configuration and journal", config: true, state: true },
  { what: "the configuration", config: true, state: false },
  { what: "the journal", config: false, state: true },
] as const;

const open = async ({ config, state }: (typeof PLACES)[number]) => {
  const disk = await mountSmallDisk();
  onTestFinished(async () => disk[Symbol.asyncDispose]());
  const roomy = await mkdtemp(join(tmpdir(), "hostseal-roomy-"));
  onTestFinished(async () => rm(roomy, { recursive: true }));
  const authority = await createTestAuthority(clock.now());
  const started = await startNginx(await nginxSites(authority), [], config ? disk.path : roomy);
  onTestFinished(async () => started[Symbol.asyncDispose]());
  const world: World = { ...started, state: join(state ? disk.path : roomy, "state") };
  return { disk, world, issued: await authority.issue(NAME as never) };
};

const looks = async ({ address }: World) => ({
  certificate: await served(address, NAME),
  page: (await visit(address, NAME)).body,
});

describe.each(PLACES)("with $what on a disk that is full", (place) => {
  test("nothing is changed, however far an installation gets", { timeout: 60_000 }, async () => {
    const { disk, world, issued } = await open(place);
    const [etc, seen] = [await etcOf(world), await looks(world)];
    const transaction = await transactionFor(world, NAME, issued);
    const reasons = new Set<string>();
    for (let left = 0; left < MOST_BLOCKS; left += 1) {
      await disk.fill(left);
      const outcome = await runTransaction(await startLocalProgram(), transaction, { clock });
      if (outcome.kind === "applied") {
        await disk.fill(0);
        expect(await outcome.gate.end("rollback"), `${left}`).toMatchObject({ kind: "restored", kept: [] });
        left = MOST_BLOCKS;
      } else reasons.add(outcome.because.kind);
      expect(await etcOf(world), `${left} blocks, ${[...reasons].join()}`).toEqual(etc);
      await soon(async () => JSON.stringify(await looks(world)), JSON.stringify(seen));
    }
    expect([...reasons].every((reason) => ["unwritable", "unfilled", "unmoved", "red"].includes(reason))).toBe(true);
    expect(reasons.size).toBeGreaterThan(0);
    await disk.empty();
    const recovery = { state: world.state, recovery: { kind: "undo-unfinished" } } as const;
    expect(await runRecovery(await startLocalProgram(), recovery)).toEqual({ kind: "clean", undone: [], kept: [] });
  });

  test("what was applied before it was full is kept or put back, whole, as the host says", async () => {
    const { disk, world, issued } = await open(place);
    const [etc, seen] = [await etcOf(world), await looks(world)];
    const gate = await applyTo(world, NAME, issued);
    await disk.fill(0);
    const ending = await gate.end("commit");
    const { sha256 } = fingerprint(issued.certificate);
    if (ending.kind === "restored") {
      expect(await etcOf(world)).toEqual(etc);
      await soon(async () => (await looks(world)).certificate, seen.certificate);
      return;
    }
    expect(ending).toEqual({ kind: "committed" });
    await soon(async () => (await looks(world)).certificate, sha256);
  });
});
