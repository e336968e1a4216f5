import { expect, test } from "vitest";
import { hostKeyFingerprint, toHostKey } from "../../host-keys/index.ts";
import type { HostTrust } from "../host-trust.ts";
import type { SshTarget } from "../transport.ts";
import type { TrustedHop } from "./to-system-failure.ts";
import { toSystemFailure, wasDropped } from "./to-system-failure.ts";

const blob = Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from("ssh-ed25519"), Buffer.alloc(36)]);
const held = toHostKey(blob) ?? { type: "", blob };

const hop = (host: string, trusted: readonly (typeof held)[] = []): TrustedHop => {
  const target: SshTarget = {
    host,
    address: "192.0.2.1",
    port: 22,
    user: "root",
    login: { kind: "agent", socket: "/agent" },
    hostKeys: { kind: "known-hosts", files: [] },
    jumps: [],
  };
  const source: HostTrust["source"] = { kind: "keys", trusted, revoked: [] };
  return { alias: host, target, trust: { types: [], source, judge: () => ({ kind: "known" }) } };
};

const SHOWN = "debug1: Server host key: ssh-ed25519 SHA256:seen\r\n";
const DENIED = "root@192.0.2.1: Permission denied (publickey).\r\n";

test.each([
  ["Connection refused", "ssh: connect to host 192.0.2.1 port 22: Connection refused\r\n", "host.unreachable"],
  ["no route", "ssh: connect to host 192.0.2.1 port 22: No route to host\r\n", "host.unreachable"],
  ["no name", "ssh: Could not resolve hostname web: Name or service not known\r\n", "host.unreachable"],
  ["a drop", "kex_exchange_identification: Connection closed by remote host\r\n", "host.unreachable"],
  ["silence", "ssh: connect to host 192.0.2.1 port 22: Connection timed out\r\n", "host.unreachable"],
  ["an old ssh", "config: line 9: Bad configuration option: knownhostscommand\r\n", "host.unreachable"],
  ["no ssh", "spawn ssh ENOENT\n", "host.unreachable"],
  ["nothing", "", "host.unreachable"],
  ["a denied login", DENIED, "host.unauthorised"],
  [
    "too many logins",
    "Received disconnect from 192.0.2.1 port 22:2: Too many authentication failures\r\n",
    "host.unauthorised",
  ],
  [
    "an unknown key",
    `${SHOWN}No ED25519 host key is known for web and you have requested strict checking.\r\nHost key verification failed.\r\n`,
    "ssh.host-key-unknown",
  ],
  [
    "a revoked key",
    `${SHOWN}@       WARNING: REVOKED HOST KEY DETECTED!               @\r\nHost key verification failed.\r\n`,
    "ssh.host-key-changed",
  ],
  [
    "no cipher",
    "Unable to negotiate with 192.0.2.1 port 22: no matching cipher found. Their offer: aes128-cbc\r\n",
    "ssh.nothing-in-common",
  ],
])("%s", (_, errors, code) => {
  expect(toSystemFailure([hop("web")], errors).code).toBe(code);
});

test("a changed key is told with both fingerprints", () => {
  const errors = `${SHOWN}@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r\nHost key verification failed.\r\n`;
  expect(toSystemFailure([hop("web", [held])], errors).parameters).toEqual({
    host: "web",
    seen: "SHA256:seen",
    known: hostKeyFingerprint(held),
  });
});

test("the server is named that comes after those we logged in to", () => {
  const hops = [hop("outer"), hop("inner"), hop("web")];
  const logged = 'debug1: Authenticated to 192.0.2.1 ([192.0.2.1]:22) using "publickey".\r\n';
  expect(toSystemFailure(hops, DENIED).parameters["host"]).toBe("outer");
  expect(toSystemFailure(hops, logged + DENIED).parameters["host"]).toBe("inner");
  expect(toSystemFailure(hops, logged + logged + DENIED).parameters["host"]).toBe("web");
});

test("the evidence is what ssh said, without its trace", () => {
  expect(toSystemFailure([hop("web")], `debug1: Connecting\r\n${DENIED}`).evidence).toBe(DENIED.trimEnd());
});

test.each([
  ["kex_exchange_identification: Connection closed by remote host\r\n", true],
  ["kex_exchange_identification: read: Connection reset by peer\r\n", true],
  ["ssh: connect to host 192.0.2.1 port 22: Connection reset by peer\r\n", true],
  ["kex_exchange_identification: write: Broken pipe\r\n", true],
  ["ssh: connect to host 192.0.2.1 port 22: Connection refused\r\n", false],
  [
    "debug1: Remote protocol version 2.0, remote software version x\r\nConnection closed by 192.0.2.1 port 22\r\n",
    false,
  ],
  [DENIED, false],
])("%j was dropped: %s", (errors, dropped) => {
  expect(wasDropped(errors)).toBe(dropped);
});
