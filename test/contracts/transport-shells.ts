import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { access } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { isFailure } from "@hostseal/core";
import type { TransportCheck } from "./transport-check.ts";
import { allLines, runScript, visit } from "./transport-check.ts";

const MEBIBYTE = 1024 * 1024;
const BIG = 50;

const exists = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** What a script gets, and what comes back of it. */
export const transportShells: readonly TransportCheck[] = [
  {
    name: "gives lines, errors and the exit code",
    run: async ({ transport, serve, target }) => {
      const script = "echo one; echo; printf '  two \\r\\nthree'; echo oops >&2; exit 42\n";
      const { errors, ...outcome } = await visit(transport, await target(await serve()), script);
      deepEqual(outcome, { lines: ["one", "", "  two \r", "three"], code: 42 });
      // What the account's own shell start-up files complain of may stand before it.
      match(errors, /^oops\n$/m);
    },
  },
  {
    name: "tells when it is over, though nobody reads the lines",
    run: async ({ transport, serve, target }) => {
      await using connection = await transport.connect(await target(await serve()));
      const shell = await connection.shell();
      await shell.write("seq 1 1000; exit 5\n");
      equal((await shell.over).code, 5);
      equal((await allLines(shell)).length, 1_000);
    },
  },
  {
    name: "runs several scripts one after the other over one connection",
    run: async ({ transport, serve, target }) => {
      const sshd = await serve();
      await using connection = await transport.connect(await target(sshd));
      for (const code of [0, 1, 2]) equal((await runScript(connection, `exit ${code}\n`)).code, code);
      equal(sshd.log().match(/^Connection from /gm)?.length, 1);
    },
  },
  {
    name: "lets a script wait for our word, and takes the end of words as an answer too",
    run: async ({ transport, serve, target }) => {
      await using connection = await transport.connect(await target(await serve()));
      const script = 'echo applied\nif read -r word; then echo "got $word"; else echo undone; fi\n';
      for (const [word, answer] of [["commit\n", "got commit"] as const, [undefined, "undone"] as const]) {
        const shell = await connection.shell();
        await shell.write(script);
        const reader = shell.lines[Symbol.asyncIterator]();
        equal((await reader.next()).value, "applied");
        if (word) await shell.write(word);
        else shell.end();
        equal((await reader.next()).value, answer);
      }
    },
  },
  {
    name: "sends big input whole, and counts it as sent only when there is room for it",
    run: async ({ transport, serve, target }) => {
      await using connection = await transport.connect(await target(await serve()));
      const shell = await connection.shell();
      await shell.write("echo ready; sleep 0.3; exec wc -c\n");
      const reader = shell.lines[Symbol.asyncIterator]();
      equal((await reader.next()).value, "ready");
      const first = performance.now();
      for (let sent = 0; sent < BIG; sent += 1) await shell.write(new Uint8Array(MEBIBYTE).fill(0xff));
      const took = performance.now() - first;
      shell.end();
      equal((await reader.next()).value?.trim(), String(BIG * MEBIBYTE));
      ok(took > 200, `all was "sent" in ${took} ms, while nobody read it`);
      return `${BIG} MiB in ${Math.round(took)} ms`;
    },
  },
  {
    name: "holds a server back that says more than is read, and loses nothing",
    run: async ({ transport, serve, target, file }) => {
      const mark = `${await file([])}.done`;
      await using connection = await transport.connect(await target(await serve()));
      const shell = await connection.shell();
      await shell.write(`seq 1 1200000; : > ${mark}; exit 0\n`);
      await pause(2_000);
      equal(await exists(mark), false, "the server was not held back");
      let expected = 0;
      for await (const line of shell.lines) {
        expected += 1;
        if (line !== String(expected)) equal(line, String(expected));
      }
      equal(expected, 1_200_000);
      equal((await shell.over).code, 0);
    },
  },
  {
    name: "lets a reader leave the lines and come back for the rest",
    run: async ({ transport, serve, target }) => {
      await using connection = await transport.connect(await target(await serve()));
      const shell = await connection.shell();
      await shell.write("seq 1 5\nexit 0\n");
      const seen: string[] = [];
      for await (const line of shell.lines) {
        seen.push(line);
        if (line === "2") break;
      }
      deepEqual([...seen, ...(await allLines(shell))], ["1", "2", "3", "4", "5"]);
    },
  },
  {
    name: "fails on a line without end, instead of keeping all of it",
    run: async ({ transport, serve, target }) => {
      await using connection = await transport.connect(await target(await serve()));
      const shell = await connection.shell();
      await shell.write("head -c 3000000 /dev/zero; exit 0\n");
      await rejects(allLines(shell), (thrown) => isFailure(thrown, "host.malformed-answer"));
    },
  },
  {
    name: "keeps what is endless on standard error within bounds, whatever its bytes are",
    run: async ({ transport, serve, target }) => {
      const script =
        "printf 'first \\377\\376\\n' >&2; head -c 5000000 /dev/urandom >&2; printf '\\nlast' >&2; exit 1\n";
      const { errors, code } = await visit(transport, await target(await serve()), script);
      equal(code, 1);
      match(errors, /^first \uFFFD\uFFFD$/m);
      match(errors, /\nlast$/);
      ok(errors.length < 200_000, `${errors.length} characters were kept`);
    },
  },
  {
    name: "leaves it to markers to tell a script's lines from what the login shell prints before",
    run: async ({ transport, serve, target, file }) => {
      const noise = await file(["echo welcome to this server; echo it is noisy >&2"]);
      const sshd = await serve({ settings: [`SetEnv BASH_ENV=${noise}`] });
      const { lines, code } = await visit(transport, await target(sshd), "echo -- 7c1f --; echo mine; exit 6\n");
      equal(code, 6);
      deepEqual(lines.slice(lines.indexOf("-- 7c1f --")), ["-- 7c1f --", "mine"]);
    },
  },
];
