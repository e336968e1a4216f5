import { expect, test } from "vitest";
import { tlsIsVerified } from "./tls-is-verified.ts";

const find = (path: string, text: string) => tlsIsVerified.find([{ path, text }]);

test("says where verification is weakened", () => {
  const everywhere = ["NODE_TLS", "REJECT_UNAUTHORIZED"].join("_");
  for (const text of [
    "connect({ rejectUnauthorized: false });",
    "connect({ rejectUnauthorized: on });",
    `set("${everywhere}");`,
  ])
    expect(find("packages/issuers/src/a.ts", text)).toEqual([
      "packages/issuers/src/a.ts:1 weakens the verification of TLS. Pin a CA or a fingerprint instead.",
    ]);
});

test("is content with the one handshake of the probe, and with verified ones", () => {
  expect(find("packages/probe/src/net/shake-hands.ts", "connect({ rejectUnauthorized: false });")).toEqual([]);
  expect(find("packages/issuers/src/a.ts", "connect({ rejectUnauthorized: true, ca });")).toEqual([]);
});
