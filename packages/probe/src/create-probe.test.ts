import { expect, test } from "vitest";
import { LOOPBACK, probeOf } from "../test/probe-of.ts";
import type { ProbeSettings } from "./settings.ts";

const named = { address: "localhost", port: 53 };

test.each<readonly [Partial<ProbeSettings>, string]>([
  [{ resolvers: [] }, "resolvers: at least one is needed."],
  [{ perspectives: [{ name: "far", resolvers: [] }] }, "resolvers of far: at least one is needed."],
  [{ resolvers: [named] }, 'resolvers: "localhost" is not an IP address.'],
  [{ sourceAddress: "eth0" }, 'sourceAddress: "eth0" is not an IP address.'],
  [{ addresses: { "a.test": [LOOPBACK, "b.test"] } }, 'addresses of a.test: "b.test" is not an IP address.'],
])("settings such as %j are refused", (settings, sentence) => {
  expect(() => probeOf(settings)).toThrow(sentence);
});

test("without perspectives there are none", () => {
  expect(probeOf({})).not.toHaveProperty("perspectives");
});
