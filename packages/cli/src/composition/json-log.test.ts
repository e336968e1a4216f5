import { Secret } from "@hostseal/pki";
import { expect, test } from "vitest";
import { START } from "../../test/orders.ts";
import { createJsonLog } from "./json-log.ts";

const logged = (from: "debug" | "warning"): readonly string[] => {
  const lines: string[] = [];
  const log = createJsonLog({ clock: { now: () => START }, write: (line) => lines.push(line), from });
  log.emit({ level: "debug", event: "order.advanced", details: { order: "ord_1" } });
  log.emit({ level: "failure", event: "order.stuck", details: { key: new Secret("do not tell") } });
  return lines;
};

test("an event is one line of JSON, and a secret in it stays one", () => {
  expect(logged("debug")).toEqual([
    '{"at":"2026-11-21T00:00:00Z","level":"debug","event":"order.advanced","order":"ord_1"}',
    '{"at":"2026-11-21T00:00:00Z","level":"failure","event":"order.stuck","key":"[secret]"}',
  ]);
});

test("what is less urgent than asked for is left out", () => {
  expect(logged("warning")).toHaveLength(1);
});
