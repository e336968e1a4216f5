import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import type { Failure } from "@hostseal/core";
import type { HostKeyTrust } from "@hostseal/installer";
import type { TransportCheck, TransportSubject } from "./transport-check.ts";
import { knownLine, LOGIN_BEGUN, refusal, TRACING, visit } from "./transport-check.ts";
import type { Sshd } from "../installer/transport/start-sshd.ts";

/** Nobody may have begun to log in; that the log would show it is shown by logging in afterwards. */
const isRefusedUnseen = async (
  subject: TransportSubject,
  code: "ssh.host-key-unknown" | "ssh.host-key-changed",
  trust: (sshd: Sshd) => Promise<HostKeyTrust>,
): Promise<Failure> => {
  const sshd = await subject.serve({ settings: [TRACING] });
  const hostKeys = await trust(sshd);
  const failed = await refusal(subject.transport, await subject.target(sshd, { hostKeys }), code);
  doesNotMatch(sshd.log(), LOGIN_BEGUN);
  await visit(subject.transport, await subject.target(sshd), "");
  match(sshd.log(), LOGIN_BEGUN);
  return failed;
};

const accepts = async (subject: TransportSubject, trust: (sshd: Sshd) => Promise<HostKeyTrust>): Promise<void> => {
  const sshd = await subject.serve();
  const hostKeys = await trust(sshd);
  equal((await visit(subject.transport, await subject.target(sshd, { hostKeys }), "exit 0\n")).code, 0);
};

const knownHosts = async (subject: TransportSubject, lines: readonly string[]): Promise<HostKeyTrust> => ({
  kind: "known-hosts",
  files: [await subject.file(lines)],
});

const pinned = (kind: "ed25519" | "ecdsa" | "rsa"): TransportCheck => ({
  name: `accepts a server by the fingerprint of its ${kind} key, whichever key it would rather show`,
  run: async (subject) =>
    accepts(subject, async () => ({ kind: "fingerprint", sha256: subject.keys.host[kind].fingerprint })),
});

/** Whom it talks to, and whom it does not. */
export const transportHostKeys: readonly TransportCheck[] = [
  {
    name: "tells the fingerprint of a server it does not know, and does not begin to log in",
    run: async (subject) => {
      const failed = await isRefusedUnseen(subject, "ssh.host-key-unknown", async () => knownHosts(subject, []));
      equal(failed.parameters["fingerprint"], subject.keys.host.ed25519.fingerprint);
    },
  },
  {
    name: "does not know a server whose known_hosts file is not there",
    run: async (subject) => {
      await isRefusedUnseen(subject, "ssh.host-key-unknown", async () => ({
        kind: "known-hosts",
        files: [`${await subject.file([])}.gone`],
      }));
    },
  },
  {
    name: "stops at a changed key with both fingerprints, and does not begin to log in",
    run: async (subject) => {
      const { otherHost, host } = subject.keys;
      const failed = await isRefusedUnseen(subject, "ssh.host-key-changed", async ({ port }) =>
        knownHosts(subject, [knownLine("127.0.0.1", port, otherHost)]),
      );
      deepEqual(
        [failed.parameters["known"], failed.parameters["seen"]],
        [otherHost.fingerprint, host.ed25519.fingerprint],
      );
    },
  },
  {
    name: "stops when the only key it holds is of a type that the server no longer has",
    run: async (subject) => {
      const { otherHost, host, user } = subject.keys;
      const sshd = await subject.serve({ hostKeys: [host.rsa], authorised: [user.ed25519], settings: [TRACING] });
      const hostKeys = await knownHosts(subject, [knownLine("127.0.0.1", sshd.port, otherHost)]);
      const wish = await subject.target(sshd, { hostKeys });
      const failed = await refusal(subject.transport, wish, "ssh.host-key-changed");
      deepEqual([failed.parameters["known"], failed.parameters["seen"]], [otherHost.fingerprint, host.rsa.fingerprint]);
      doesNotMatch(sshd.log(), LOGIN_BEGUN);
    },
  },
  {
    name: "stops at a revoked key, trusted or not, and does not begin to log in",
    run: async (subject) => {
      const { host } = subject.keys;
      const failed = await isRefusedUnseen(subject, "ssh.host-key-changed", async ({ port }) =>
        knownHosts(subject, [`@revoked * ${host.ed25519.publicLine}`, knownLine("127.0.0.1", port, host.ed25519)]),
      );
      equal(failed.parameters["seen"], host.ed25519.fingerprint);
    },
  },
  {
    name: "asks for the key it holds, where a server has several",
    run: async (subject) =>
      accepts(subject, async ({ port }) => knownHosts(subject, [knownLine("127.0.0.1", port, subject.keys.host.rsa)])),
  },
  {
    name: "knows a server by the name people use for it",
    run: async (subject) =>
      accepts(subject, async ({ port }) => knownHosts(subject, [knownLine("web1", port, subject.keys.host.ecdsa)])),
  },
  {
    name: "reads hashed known_hosts",
    run: async (subject) =>
      accepts(subject, async ({ port }) => {
        const file = await subject.file([knownLine("127.0.0.1", port, subject.keys.host.ed25519)]);
        execFileSync("/usr/bin/ssh-keygen", ["-H", "-f", file], { stdio: "ignore" });
        return { kind: "known-hosts", files: [file] };
      }),
  },
  {
    name: "takes a certificate authority for no host key",
    run: async (subject) => {
      const { publicLine } = subject.keys.host.ed25519;
      await isRefusedUnseen(subject, "ssh.host-key-unknown", async () =>
        knownHosts(subject, [`@cert-authority * ${publicLine}`]),
      );
    },
  },
  pinned("ed25519"),
  pinned("ecdsa"),
  pinned("rsa"),
  {
    name: "stops when no key of the server has the fingerprint, and does not begin to log in",
    run: async (subject) => {
      const sha256 = subject.keys.otherHost.fingerprint;
      const failed = await isRefusedUnseen(subject, "ssh.host-key-changed", async () => ({
        kind: "fingerprint",
        sha256,
      }));
      deepEqual(
        [failed.parameters["known"], failed.parameters["seen"]],
        [sha256, subject.keys.host.ed25519.fingerprint],
      );
    },
  },
  {
    name: "checks the key of a jump host as well",
    run: async (subject) => {
      const [outer, last] = await Promise.all([subject.serve({ settings: [TRACING] }), subject.serve()]);
      const jumps = [await subject.target(outer, { host: "outer", hostKeys: await knownHosts(subject, []) })];
      const failed = await refusal(subject.transport, await subject.target(last, { jumps }), "ssh.host-key-unknown");
      deepEqual(
        [failed.parameters["host"], failed.parameters["fingerprint"]],
        ["outer", subject.keys.host.ed25519.fingerprint],
      );
      doesNotMatch(outer.log(), LOGIN_BEGUN);
    },
  },
];
