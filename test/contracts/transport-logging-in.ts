import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { chmod, copyFile } from "node:fs/promises";
import type { SshTarget } from "@hostseal/installer";
import { Secret } from "@hostseal/pki";
import type { TransportCheck, TransportSubject } from "./transport-check.ts";
import { refusal, visit } from "./transport-check.ts";

const greets = async ({ transport }: TransportSubject, target: SshTarget): Promise<void> => {
  const { lines, code } = await visit(transport, target, "echo hello\nexit 3\n");
  deepEqual({ lines, code }, { lines: ["hello"], code: 3 });
};

const attempts = (log: string): number => log.match(/^Connection from /gm)?.length ?? 0;

const loginWith = (kind: "ed25519" | "ecdsa" | "rsa"): TransportCheck => ({
  name: `logs in with an ${kind} key`,
  run: async (subject) => {
    const sshd = await subject.serve({ authorised: [subject.keys.user[kind]] });
    await greets(subject, await subject.target(sshd, { login: { kind: "key", path: subject.keys.user[kind].path } }));
  },
});

/** Keys, agents, passphrases, jump hosts. */
export const transportLoggingIn: readonly TransportCheck[] = [
  loginWith("ed25519"),
  loginWith("ecdsa"),
  loginWith("rsa"),
  {
    name: "opens a sealed key with its passphrase",
    needs: ({ secrets }) => secrets,
    run: async (subject) => {
      const sshd = await subject.serve({ authorised: [subject.keys.sealed] });
      const { path } = subject.keys.sealed;
      await greets(
        subject,
        await subject.target(sshd, { login: { kind: "key", path, passphrase: subject.passphrase } }),
      );
    },
  },
  {
    name: "does not log in with a sealed key and a wrong passphrase, and calls nobody",
    run: async ({ transport, keys, serve, target }) => {
      const sshd = await serve({ authorised: [keys.sealed] });
      const login = { kind: "key", path: keys.sealed.path, passphrase: new Secret("not this one") } as const;
      const failed = await refusal(transport, await target(sshd, { login }), "host.unauthorised");
      ok(failed.evidence, "it does not say what is wrong with the key");
      equal(attempts(sshd.log()), 0);
    },
  },
  {
    name: "says that it takes no passwords, when it takes none",
    needs: ({ secrets }) => !secrets,
    run: async ({ transport, serve, target }) => {
      const sshd = await serve();
      const login = { kind: "password", password: new Secret("orange-harbour") } as const;
      const failed = await refusal(transport, await target(sshd, { login }), "host.unauthorised");
      match(failed.evidence ?? "", /is not given passwords/);
      equal(attempts(sshd.log()), 0);
    },
  },
  {
    name: "uses the keys of an agent, and does not forward it",
    run: async ({ transport, agent, serve, target }) => {
      const sshd = await serve();
      const wish = await target(sshd, { login: { kind: "agent", socket: await agent() } });
      const { lines } = await visit(transport, wish, 'echo "${SSH_AUTH_SOCK-none}"\n');
      deepEqual(lines, ["none"]);
    },
  },
  {
    name: "is not authorised with an agent that is not there",
    run: async ({ transport, serve, target, file }) => {
      const socket = `${await file([])}.gone`;
      await refusal(transport, await target(await serve(), { login: { kind: "agent", socket } }), "host.unauthorised");
    },
  },
  {
    name: "is not authorised with a wrong key, and tries it once",
    run: async ({ transport, keys, serve, target }) => {
      const sshd = await serve();
      const login = { kind: "key", path: keys.stranger.path } as const;
      await refusal(transport, await target(sshd, { login }), "host.unauthorised");
      equal(attempts(sshd.log()), 1);
      doesNotMatch(sshd.log(), /Accepted/);
    },
  },
  {
    name: "does not use a key that others can read",
    run: async ({ transport, keys, serve, target, file }) => {
      const path = await file([]);
      await copyFile(keys.user.ed25519.path, path);
      await chmod(path, 0o644);
      const wish = await target(await serve(), { login: { kind: "key", path } });
      await refusal(transport, wish, "host.unauthorised");
    },
  },
  {
    name: "reaches a server behind two jump hosts, each with its own login and host key",
    run: async (subject) => {
      const { ed25519, ecdsa, rsa } = subject.keys.user;
      const serve = async (key: typeof ed25519) => subject.serve({ authorised: [key] });
      const [outer, inner, last] = await Promise.all([serve(ed25519), serve(ecdsa), serve(rsa)]);
      const jumps = [
        await subject.target(outer, { host: "outer" }),
        await subject.target(inner, { host: "inner", login: { kind: "key", path: ecdsa.path } }),
      ];
      await greets(subject, await subject.target(last, { jumps, login: { kind: "key", path: rsa.path } }));
      for (const { log } of [outer, inner, last]) match(log(), /Accepted publickey/);
    },
  },
  {
    name: "names the jump host that it stops at",
    run: async ({ transport, keys, serve, target }) => {
      const [outer, last] = await Promise.all([serve({ authorised: [keys.stranger] }), serve()]);
      const jumps = [await target(outer, { host: "outer" })];
      const failed = await refusal(transport, await target(last, { jumps }), "host.unauthorised");
      equal(failed.parameters["host"], "outer");
      equal(attempts(last.log()), 0);
    },
  },
  {
    name: "says when nothing listens",
    run: async ({ transport, serve, target }) => {
      const sshd = await serve();
      const wish = await target(sshd);
      await sshd.close();
      const failed = await refusal(transport, wish, "host.unreachable");
      match(failed.message, /nothing listens/);
    },
  },
];
