import { asId } from "@hostseal/core";
import type { TlsEndpoint } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { SHOP, START } from "../../test/orders.ts";
import type { SiteLook } from "./site-table.ts";
import { isAsInstalled, toSiteTable } from "./site-table.ts";

const served: TlsEndpoint = {
  kind: "served",
  address: "192.0.2.1",
  port: 443,
  protocol: "TLSv1.3",
  sha256: "aa",
  serial: "01",
  names: ["shop.example.com"],
  notBefore: START,
  notAfter: START + 10 * DAY,
  chain: { kind: "complete" },
};

const lookOf = (endpoints: readonly TlsEndpoint[], sha256?: string): SiteLook => ({
  host: asId("panel"),
  site: { id: asId("shop"), names: [SHOP] },
  installed: sha256 === undefined ? undefined : { sha256, notAfter: START },
  looks: [{ name: SHOP, lookedAt: START, endpoints }],
});

const failed: TlsEndpoint = { kind: "failed", address: "192.0.2.1", port: 443, because: "refused", detail: "" };

describe("what the outside sees on a site", () => {
  test.each([
    ["shop.example.com until 2026-12-01", [served]],
    ["shop.example.com expired on 2026-11-20", [{ ...served, notAfter: START - DAY }]],
    [
      "shop.example.com until 2026-12-01, not trusted",
      [{ ...served, chain: { kind: "broken", because: "x" } } as const],
    ],
    ["no TLS (refused)", [failed]],
    ["no address", []],
  ])("%s", (text, endpoints) => {
    expect(toSiteTable([lookOf(endpoints)], START)[1]).toContain(text);
  });

  test("is what the host believes only if every address serves it", () => {
    expect(isAsInstalled(lookOf([served], "aa"))).toBe(true);
    expect(isAsInstalled(lookOf([served, failed], "aa"))).toBe(false);
    expect(isAsInstalled(lookOf([served], "bb"))).toBe(false);
    expect(isAsInstalled(lookOf([failed]))).toBe(true);
  });
});
