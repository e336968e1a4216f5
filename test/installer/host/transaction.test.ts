import { runRecovery, runTransaction } from "@hostseal/installer";
import { existsSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type LocalProgram, startLocalProgram } from "./local-shell.ts";
import { clock, manifest, openStage, sampleServers, sampleTransaction } from "./stage.ts";

const SHELLS = [
  ["dash", ["/usr/bin/dash", "-s"]],
  ["bash", ["/bin/bash", "-s"]],
  ["busybox", ["/usr/bin/busybox", "sh", "-s"]],
] as const;
const ports = { clock };
const recover = { kind: "undo-unfinished" } as const;

/** Runs up to the gate, which has to be reached. */
const applied = async (shell: LocalProgram, transaction: Parameters<typeof runTransaction>[1]) => {
  const outcome = await runTransaction(shell, transaction, ports);
  if (outcome.kind !== "applied") throw new Error(`not applied: ${JSON.stringify(outcome)}`);
  return outcome.gate;
};

describe.each(SHELLS)("in %s", (_name, argv) => {
  test("commits on the word, and leaves nothing of the run behind", async () => {
    await using stage = await openStage();
    const gate = await applied(await startLocalProgram(argv, sampleServers(stage)), await sampleTransaction(stage));
    expect(await gate.end("commit")).toEqual({ kind: "committed" });
    const key = join(stage.tree, "tls", "site.key");
    expect(await readFile(key, "latin1")).toBe("key \0\xc3\xbf\n");
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    expect(Object.keys(await manifest(stage.tree))).toEqual([
      ".",
      "enabled",
      "main.conf",
      "sites",
      "sites/it's one.conf",
      "tls",
      "tls/site.crt",
      "tls/site.key",
    ]);
    expect(existsSync(join(stage.state, "lock"))).toBe(false);
    expect(existsSync(join(stage.state, "journal", gate.id))).toBe(false);
  });

  test.each(["rollback", "nonsense", "nothing"] as const)("puts everything back after %s", async (word) => {
    await using stage = await openStage();
    const before = await manifest(stage.tree);
    const shell = await startLocalProgram(argv, sampleServers(stage));
    const gate = await applied(shell, await sampleTransaction(stage));
    if (word === "nonsense") await shell.write("maybe\n");
    if (word === "nothing") shell.end();
    expect(await gate.end("rollback")).toEqual({ kind: "restored", kept: [], isReloaded: true });
    expect(await manifest(stage.tree)).toEqual(before);
  });

  test("puts everything back when nobody says anything for too long", async () => {
    await using stage = await openStage();
    const before = await manifest(stage.tree);
    const shell = await startLocalProgram(argv, sampleServers(stage));
    await applied(shell, await sampleTransaction(stage, { patience: 1 }));
    await shell.over;
    expect(await manifest(stage.tree)).toEqual(before);
  });

  test("changes nothing when a file changed since the plan", async () => {
    await using stage = await openStage();
    const transaction = await sampleTransaction(stage);
    await writeFile(join(stage.tree, "main.conf"), "other");
    const before = await manifest(stage.tree);
    const outcome = await runTransaction(await startLocalProgram(argv, sampleServers(stage)), transaction, ports);
    expect(outcome).toMatchObject({
      kind: "given-up",
      because: { kind: "changed", path: join(stage.tree, "main.conf") },
    });
    expect(await manifest(stage.tree)).toEqual(before);
  });

  test("changes nothing when the server's own test is red beforehand, and says in its words why", async () => {
    await using stage = await openStage();
    const transaction = await sampleTransaction(stage);
    const servers = sampleServers(stage, { test: "echo broken >&2; false" });
    const before = await manifest(stage.tree);
    const outcome = await runTransaction(await startLocalProgram(argv, servers), transaction, ports);
    expect(outcome).toMatchObject({ because: { kind: "red", when: "before", output: "broken" } });
    expect(await manifest(stage.tree)).toEqual(before);
  });

  test.each(["test", "trial", "reload"] as const)("puts everything back when the %s fails afterwards", async (verb) => {
    await using stage = await openStage();
    const servers = sampleServers(stage, { [verb]: `test ! -e "${stage.tree}/tls"` });
    const before = await manifest(stage.tree);
    const transaction = await sampleTransaction(stage);
    const outcome = await runTransaction(await startLocalProgram(argv, servers), transaction, ports);
    expect(outcome).toMatchObject({ kind: "given-up", ending: { kind: "restored", kept: [] } });
    expect(await manifest(stage.tree)).toEqual(before);
  });

  test("leaves alone what somebody else changed while it waited, and puts back all the rest", async () => {
    await using stage = await openStage();
    const gate = await applied(await startLocalProgram(argv, sampleServers(stage)), await sampleTransaction(stage));
    const path = join(stage.tree, "sites", "it's one.conf");
    await writeFile(path, "theirs");
    expect(await gate.end("rollback")).toEqual({ kind: "restored", kept: [path], isReloaded: true });
    expect(await readFile(path, "utf8")).toBe("theirs");
    expect(Object.keys(await manifest(stage.tree))).toEqual([".", "main.conf", "sites", "sites/it's one.conf"]);
  });

  test("leaves a new file, too, that somebody else's edit names", async () => {
    await using stage = await openStage();
    const gate = await applied(await startLocalProgram(argv, sampleServers(stage)), await sampleTransaction(stage));
    const [edited, named] = [join(stage.tree, "sites", "it's one.conf"), join(stage.tree, "tls", "site.crt")];
    await writeFile(edited, `certificate ${named}\n`);
    expect(await gate.end("rollback")).toEqual({ kind: "restored", kept: [named, edited], isReloaded: true });
    expect(existsSync(named)).toBe(true);
    expect(existsSync(join(stage.tree, "tls", "site.key"))).toBe(false);
  });

  test("does not reload what somebody else's edit made red", async () => {
    await using stage = await openStage();
    const path = join(stage.tree, "sites", "it's one.conf");
    const servers = sampleServers(stage, {
      test: `! grep -q broken '${path.replace("'", String.raw`'\''`)}'`,
      reload: 'echo reload >>"$hs_state/reloads"',
    });
    const gate = await applied(await startLocalProgram(argv, servers), await sampleTransaction(stage));
    await writeFile(path, "broken");
    expect(await gate.end("rollback")).toEqual({ kind: "restored", kept: [path], isReloaded: false });
    expect(await readFile(join(stage.state, "reloads"), "utf8")).toBe("reload\n");
  });

  test("takes the word from another connection, and tells a second run that it is busy", async () => {
    await using stage = await openStage();
    const transaction = await sampleTransaction(stage);
    const before = await manifest(stage.tree);
    const first = await startLocalProgram(argv, sampleServers(stage));
    await applied(first, transaction);
    const second = await runTransaction(
      await startLocalProgram(argv, sampleServers(stage)),
      { ...transaction, id: "second" },
      ports,
    );
    expect(second).toMatchObject({ kind: "given-up", because: { kind: "busy", id: transaction.id } });
    const recovery = { kind: "end", id: transaction.id, word: "rollback" } as const;
    const wish = { state: stage.state, recovery };
    expect(await runRecovery(await startLocalProgram(argv, sampleServers(stage)), wish)).toEqual({
      kind: "restored",
      kept: [],
    });
    expect(await runRecovery(await startLocalProgram(argv, sampleServers(stage)), wish)).toEqual({
      kind: "restored",
      kept: [],
    });
    expect(await manifest(stage.tree)).toEqual(before);
    first.end();
  });

  test("undoes in the next run what was killed, wherever that was", async () => {
    await using stage = await openStage();
    const steps: string[] = [];
    const probe = await runTransaction(
      await startLocalProgram(argv, sampleServers(stage)),
      await sampleTransaction(stage),
      {
        ...ports,
        onStep: (step) => void steps.push(step),
      },
    );
    if (probe.kind === "applied") await probe.gate.end("rollback");
    expect(steps.length).toBeGreaterThan(12);
    const before = await manifest(stage.tree);
    for (const fatal of [...steps, "applied"]) {
      const shell = await startLocalProgram(argv, sampleServers(stage));
      const transaction = await sampleTransaction(stage);
      const onStep = (step: string) => void (step === fatal && process.kill(shell.pid, "SIGKILL"));
      const outcome = await runTransaction(shell, transaction, { ...ports, onStep });
      if (outcome.kind === "applied") process.kill(shell.pid, "SIGKILL");
      shell.end();
      await shell.over;
      const recovered = await runRecovery(await startLocalProgram(argv, sampleServers(stage)), {
        state: stage.state,
        recovery: recover,
      });
      expect(recovered, fatal).toMatchObject({ kind: "clean", kept: [] });
      expect(await manifest(stage.tree), fatal).toEqual(before);
    }
  }, 60_000);
});
