import { describe, expect, test } from "vitest";
import { nameOf, sampleProduct } from "../orders/sample-order.fixture.ts";
import type { Probe } from "../ports/probe.ts";
import { withReachableTwin } from "./with-reachable-twin.ts";

const product = { ...sampleProduct, includesWwwTwin: true, maxNames: 10 };
const APEX = nameOf("example.com");
const WWW = nameOf("www.example.com");

const nowhere: Probe["dns"] = async () => ({ kind: "no-such-name", dnssec: "insecure" });
const somewhere: Probe["dns"] = async ({ name, type }) =>
  type === "AAAA"
    ? { kind: "records", records: [{ name, type, ttl: 60, value: "2001:db8::1" }], dnssec: "insecure" }
    : { kind: "no-records", dnssec: "insecure" };

describe("the free twin of a name", () => {
  test("comes along when it has an address, of whatever family", async () => {
    expect(await withReachableTwin([APEX], product, somewhere)).toEqual([APEX, WWW]);
  });

  test("stays away when nobody has set it up", async () => {
    expect(await withReachableTwin([APEX], product, nowhere)).toEqual([APEX]);
  });

  test("stays away when the product does not include it or is full", async () => {
    expect(await withReachableTwin([APEX], { ...product, includesWwwTwin: false }, somewhere)).toEqual([APEX]);
    expect(await withReachableTwin([APEX], { ...product, maxNames: 1 }, somewhere)).toEqual([APEX]);
  });
});
