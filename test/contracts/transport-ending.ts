import { deepEqual, doesNotMatch, doesNotReject, equal, ok, rejects } from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";
import { isFailure } from "@hostseal/core";
import type { Connection, RemoteShell, SshTarget } from "@hostseal/installer";
import { Secret } from "@hostseal/pki";
import type { TransportCheck } from "./transport-check.ts";
import { refusal, visit } from "./transport-check.ts";

const PARALLEL = 20;
const WORD = "orange-harbour-lantern";

/** Starts a script that says `here` and then waits. */
const waitingShell = async (connection: Connection, script = "echo here\nread -r word\n"): Promise<RemoteShell> => {
  const shell = await connection.shell();
  await shell.write(script);
  equal((await shell.lines[Symbol.asyncIterator]().next()).value, "here");
  return shell;
};

/** The argument lists and environments of all our processes and their children. */
const ownProcesses = async (): Promise<string> => {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const texts = pids.flatMap((pid) =>
    ["cmdline", "environ"].map(async (file) => readFile(`/proc/${pid}/${file}`, "latin1").catch(() => "")),
  );
  return (await Promise.all(texts)).join("\n");
};

const withLogin = (target: SshTarget, path: string): SshTarget => ({
  ...target,
  login: { kind: "key", path, passphrase: new Secret(WORD) },
});

/** Whatever ends early, says so. */
export const transportEnding: readonly TransportCheck[] = [
  {
    name: "tells no exit code of a shell that was killed",
    run: async ({ transport, serve, target }) => {
      const { lines, code } = await visit(transport, await target(await serve()), "echo here\nkill -9 $$\n");
      deepEqual({ lines, code }, { lines: ["here"], code: undefined });
    },
  },
  {
    name: "tells no exit code when the link breaks in the middle, and goes on no more",
    run: async ({ transport, serve, target }) => {
      const sshd = await serve();
      await using connection = await transport.connect(await target(sshd));
      const shell = await waitingShell(connection);
      await sshd.dropLinks();
      equal((await shell.over).code, undefined);
      for await (const line of shell.lines) ok(!line, "a line after the end");
      await rejects(shell.write("more\n"), (thrown) => isFailure(thrown, "host.unreachable"));
    },
  },
  {
    name: "starts no shell over a broken link, and does not connect anew behind our back",
    run: async ({ transport, serve, target }) => {
      const sshd = await serve();
      await using connection = await transport.connect(await target(sshd));
      const shell = await waitingShell(connection);
      await sshd.dropLinks();
      await shell.over;
      const again = async () => {
        const next = await connection.shell();
        await next.write("echo here\n");
        next.end();
        const { code } = await next.over;
        if (code === 0) return;
        await next.write("");
      };
      await rejects(again(), (thrown) => isFailure(thrown, "host.unreachable"));
      equal(sshd.log().match(/^Connection from /gm)?.length, 1);
    },
  },
  {
    name: "ends a waiting script by its end of words when the connection is left",
    run: async ({ transport, serve, target, file }) => {
      const path = await file([]);
      const sshd = await serve();
      const connection = await transport.connect(await target(sshd));
      const shell = await waitingShell(connection, `echo here\nread -r word || echo undone > ${path}\n`);
      await connection[Symbol.asyncDispose]();
      await shell.over;
      for (let turn = 0; turn < 100 && (await readFile(path, "utf8")) === ""; turn += 1) await pause(20);
      equal(await readFile(path, "utf8"), "undone\n");
    },
  },
  {
    name: "can be left twice",
    run: async ({ transport, serve, target }) => {
      const connection = await transport.connect(await target(await serve()));
      for (let time = 0; time < 2; time += 1) await connection[Symbol.asyncDispose]();
    },
  },
  {
    name: "stops connecting when told, and leaves no connection behind",
    run: async ({ transport, serve, target }) => {
      const reason = new Error("enough");
      const wish = await target(await serve());
      await rejects(transport.connect(wish, AbortSignal.abort(reason)), reason);
      const aborting = new AbortController();
      const connecting = transport.connect(wish, aborting.signal);
      setTimeout(() => aborting.abort(reason), 5);
      await rejects(connecting, reason);
    },
  },
  {
    name: "tries again when sshd dropped it before a word was said",
    run: async ({ transport, serve, target, dropBefore }) => {
      const sshd = await serve();
      const front = await dropBefore(sshd, 2);
      const wish = await target(sshd, { port: front.port });
      await doesNotReject(async () => equal((await visit(transport, wish, "exit 9\n")).code, 9));
      equal(front.accepted(), 3);
    },
  },
  {
    name: "gives up after a bounded number of drops",
    run: async ({ transport, serve, target, dropBefore }) => {
      const sshd = await serve();
      const front = await dropBefore(sshd, 100);
      const wish = await target(sshd, { port: front.port });
      await refusal(transport, wish, "host.unreachable");
      ok(front.accepted() <= 4, `it called ${front.accepted()} times`);
    },
  },
  {
    name: "connects twenty times at once, to a server that drops what is too much",
    run: async ({ transport, serve, target }) => {
      const sshd = await serve({ settings: ["MaxStartups 10:30:100"] });
      const wish = await target(sshd);
      const started = performance.now();
      const visits = Array.from({ length: PARALLEL }, async () => (await visit(transport, wish, "exit 0\n")).code);
      deepEqual(new Set(await Promise.all(visits)), new Set([0]));
      return `${PARALLEL} connections in ${Math.round(performance.now() - started)} ms`;
    },
  },
  {
    name: "keeps passphrases and keys out of argument lists, environments, failures and its own shape",
    run: async ({ transport, keys, serve, target }) => {
      const key = await readFile(keys.user.ed25519.path, "utf8");
      const secret = key.split("\n")[2] ?? key;
      const sshd = await serve();
      await using connection = await transport.connect(await target(sshd));
      const shell = await waitingShell(connection);
      const sealed = withLogin(await target(sshd), keys.sealed.path);
      const failed = await refusal(transport, sealed, "host.unauthorised");
      const shape = { depth: 12, showHidden: true };
      const shown = [
        inspect([failed, failed.cause, failed.evidence], shape),
        JSON.stringify(failed),
        inspect([connection, shell], { depth: 4 }),
        await ownProcesses(),
        sshd.log(),
      ].join("\n");
      doesNotMatch(shown, new RegExp(WORD));
      ok(!shown.includes(secret), "the private key is to be seen");
    },
  },
];
