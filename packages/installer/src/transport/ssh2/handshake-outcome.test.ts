import { expect, test } from "vitest";
import type { Progress } from "./handshake-outcome.ts";
import { toConnectFailure, toOutcome } from "./handshake-outcome.ts";
import { missingIn, noteOffer } from "./offers.ts";

const progress = (wish: Partial<Progress> = {}): Progress => ({
  connected: true,
  secured: false,
  offers: new Map([["key exchange", ["curve25519-sha256"]]]),
  refused: undefined,
  ...wish,
});

const error = (message: string, marks: Readonly<Record<string, unknown>> = {}): Error =>
  Object.assign(new Error(message), marks);

const socket = (code: string) => error(`connect ${code}`, { level: "client-socket", code });

test.each([
  ["a refused connection", progress({ connected: false, offers: new Map() }), socket("ECONNREFUSED"), "unreachable"],
  ["a name without address", progress({ connected: false, offers: new Map() }), socket("ENOTFOUND"), "unreachable"],
  ["silence", progress({ offers: new Map() }), error("Timed out", { level: "client-timeout" }), "unreachable"],
  ["a close before a word", progress({ offers: new Map() }), undefined, "dropped"],
  ["a reset before a word", progress({ offers: new Map() }), socket("ECONNRESET"), "dropped"],
  [
    "a reset before we saw the connection",
    progress({ connected: false, offers: new Map() }),
    socket("ECONNRESET"),
    "dropped",
  ],
  ["a reset after its offers", progress(), socket("ECONNRESET"), "unreachable"],
  ["a close while we logged in", progress({ secured: true }), undefined, "unreachable"],
  [
    "a login that failed",
    progress({ secured: true }),
    error("All failed", { level: "client-authentication" }),
    "unauthorised",
  ],
  [
    "an agent that is not there",
    progress({ secured: true }),
    error("connect", { level: "agent", code: "ENOENT" }),
    "unauthorised",
  ],
  [
    "too many failed logins",
    progress({ secured: true }),
    error("Too many authentication failures", { code: 2 }),
    "unauthorised",
  ],
  ["no cipher", progress(), error("Handshake failed: no matching C->S cipher"), "nothing-in-common"],
])("%s", (_, reached, thrown, kind) => {
  expect(toOutcome(reached, thrown).kind).toBe(kind);
});

test.each([
  [socket("EHOSTUNREACH"), "web does not answer: there is no route to it."],
  [socket("ENOTFOUND"), "web does not answer: its name has no address."],
  [socket("EPIPE"), "web does not answer: it closed the connection."],
])("the reason is said in words: %s", (thrown, message) => {
  expect(toConnectFailure("web", toOutcome(progress({ connected: false, offers: new Map() }), thrown)).message).toBe(
    message,
  );
});

test("a refused host key goes before everything else", () => {
  const key = { type: "ssh-ed25519", blob: new Uint8Array() };
  const refused = { key, verdict: { kind: "unknown", seen: "SHA256:x" } } as const;
  expect(toOutcome(progress({ refused }), error("Host denied (verification failed)"))).toEqual({
    kind: "host-key",
    ...refused,
  });
});

test.each([
  ["Handshake failed: no matching key exchange algorithm", "key exchange"],
  ["Handshake failed: no matching host key format", "host key type"],
  ["Handshake failed: no matching S->C cipher", "cipher"],
  ["Handshake failed: no matching C->S MAC", "message authentication"],
  ["Handshake failed: no matching C->S compression", "compression"],
  ["Handshake failed: signature verification failed", undefined],
])("%s: %s", (message, missing) => {
  expect(missingIn(message)).toBe(missing);
});

test("of the trace nothing is kept but what the other side offers", () => {
  const offers = new Map();
  noteOffer(offers, "Handshake: (remote) KEX method: a,b");
  noteOffer(offers, "Handshake: (local) C->S cipher: c");
  noteOffer(offers, "Custom crypto binding available");
  expect([...offers]).toEqual([["key exchange", ["a", "b"]]]);
});
