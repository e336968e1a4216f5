import { Secret } from "@hostseal/pki";
import { expect, it } from "vitest";
import { linkToken } from "./link-token.ts";
import { accountKey } from "./signing-key.ts";

const key = (fill: number): Secret => new Secret(Buffer.alloc(32, fill).toString("base64url"));

it("a link's token is another for every account and every server, and never an account's key", () => {
  const tokens = [
    linkToken(key(1), "alice"),
    linkToken(key(1), "bob"),
    linkToken(key(2), "alice"),
    accountKey(key(1), "alice", 1),
  ].map((secret) => secret.reveal());
  expect(new Set(tokens).size).toBe(4);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  expect(linkToken(key(1), "alice").reveal()).toBe(tokens[0]);
});
